import { dayLabel, timeLabel } from '../text/dates.js';
import { t } from '../i18n/t.js';
import { messageAt } from './quotes.js';

/**
 * What became of a message, and when.
 *
 * @typedef {import('./state.js').Held} Held
 * @typedef {import('../text/dates.js').Place} Place
 */

/**
 * @param {Held} held
 * @param {number} seq
 * @param {string} today
 * @param {Place} place
 */
export function detailsView({ head, messages }, seq, today, place) {
  const message = messageAt(messages, seq);
  if (!message) return null;
  const when = (/** @type {string} */ at) =>
    t('details.when', { day: dayLabel(Date.parse(at), today, place), time: timeLabel(Date.parse(at), place) });
  /** A mark tells when it last moved: for an earlier message that is the latest time at which it happened. */
  const reached = (/** @type {number} */ mark, /** @type {string | undefined} */ at) => {
    if (mark < seq) return t('details.notYet');
    if (!at) return t('details.yes');
    return mark === seq ? when(at) : t('details.by', { when: when(at) });
  };
  const { readSeq, readAt, deliveredSeq = 0, deliveredAt } = head.peerReceipts ?? { readSeq: 0 };
  const own = message.senderId !== head.peer.id;
  const rows = [
    { label: t('details.sent'), value: when(message.sentAt) },
    ...(own && !message.deletedAt
      ? [
          { label: t('details.delivered'), value: reached(deliveredSeq, deliveredAt) },
          { label: t('details.read'), value: readSeq === undefined ? t('details.hidden') : reached(readSeq, readAt) },
        ]
      : []),
    ...(message.editedAt ? [{ label: t('details.edited'), value: when(message.editedAt) }] : []),
    ...(message.deletedAt ? [{ label: t('details.deleted'), value: when(message.deletedAt) }] : []),
  ];
  return { seq, rows };
}
