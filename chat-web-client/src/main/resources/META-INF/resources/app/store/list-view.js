import { shortLabel } from '../text/dates.js';
import { oneLine } from '../text/graphemes.js';
import { t } from '../i18n/t.js';
import { MANY, unread } from './conversations.js';
import { sealOf } from './seal.js';
import { sealWord } from './words.js';

/**
 * @typedef {import('./state.js').Held} Held
 * @typedef {import('./state.js').Pending} Pending
 * @typedef {import('./types.js').PersonView} PersonView
 * @typedef {import('./types.js').RowView} RowView
 * @typedef {import('../text/dates.js').Place} Place
 */

const LINE_GRAPHEMES = 120;

/** @param {number} count */
export const unreadText = count => (count === 0 ? '' : count >= MANY ? t('list.overflow') : String(count));

/** @param {Held} held @param {ReadonlyArray<Pending>} pending its own @returns {number} */
const lastAt = ({ head }, pending) => pending.at(-1)?.at ?? Date.parse(head.lastMessage?.sentAt ?? head.createdAt);

/** @param {{ held: Held }} entry */
const pin = ({ held }) => Number(held.head.me.pinned ?? false);

/**
 * @param {ReadonlyArray<Held>} all
 * @param {ReadonlyArray<Pending>} outbox
 * @param {boolean} [archive] the archived ones, or else the others
 * @returns {Array<{ held: Held, pending: Pending[] }>} pinned ones first, then newest message first, then by id
 */
export function ordered(all, outbox, archive = false) {
  return all
    .filter(({ head }) => Boolean(head.me.archived) === archive)
    .map(held => {
      const pending = outbox.filter(one => one.conversationId === held.head.id);
      return { held, pending, at: lastAt(held, pending) };
    })
    .sort((a, b) => pin(b) - pin(a) || b.at - a.at || (a.held.head.id < b.held.head.id ? -1 : 1));
}

/**
 * @param {Held} held
 * @param {Pending | undefined} pending the last one
 * @param {string} draft
 * @param {boolean} typing
 * @returns {Pick<RowView, 'lineKind' | 'line' | 'linePrefix' | 'seal'>} the second line
 */
function line({ head }, pending, draft, typing) {
  const none = { linePrefix: '', seal: null };
  if (typing) return { ...none, lineKind: 'typing', line: t('list.typing') };
  if (draft.trim() !== '') return { ...none, lineKind: 'draft', line: oneLine(draft, LINE_GRAPHEMES), linePrefix: t('list.draft') };
  const last = head.lastMessage;
  if (pending) {
    return {
      lineKind: 'message',
      line: oneLine(pending.text, LINE_GRAPHEMES),
      linePrefix: t('list.you'),
      seal: sealOf(pending, head.peerReceipts),
    };
  }
  if (!last) return { ...none, lineKind: 'empty', line: '' };
  const own = last.senderId !== head.peer.id;
  return {
    lineKind: 'message',
    line: last.deletedAt
      ? t('message.deleted')
      : last.text === undefined
        ? t('message.unsupported')
        : oneLine(last.text, LINE_GRAPHEMES),
    linePrefix: own ? t('list.you') : '',
    seal: own && !last.deletedAt ? sealOf(last, head.peerReceipts) : null,
  };
}

/** @param {Omit<RowView, 'label'>} row @returns {string} "Bob, online, 3 unread, last message 13:40: See you at the station" */
function label({ person, unread: count, unreadText: shown, lineKind, line: text, time, marked, pinned, muted }) {
  const parts = [person.name, person.presenceText].filter(part => part !== '');
  if (count > 0) parts.push(t('list.label.unread', { count: shown }));
  else if (marked) parts.push(t('list.label.marked'));
  if (pinned) parts.push(t('list.label.pinned'));
  if (muted) parts.push(t('list.label.muted'));
  if (lineKind === 'typing') parts.push(text);
  if (lineKind === 'draft') parts.push(t('list.label.draft', { text }));
  if (lineKind === 'message') parts.push(t('list.label.last', { time, text }));
  return parts.join(', ');
}

/**
 * @param {{ held: Held, pending: Pending[] }} entry
 * @param {{ person: PersonView, selected: boolean, draft: string, typing: boolean, today: string, place: Place }} context
 * @returns {RowView}
 */
export function rowView({ held, pending }, { person, selected, draft, typing, today, place }) {
  const { me } = held.head;
  const count = unread(held);
  const at = held.head.lastMessage || pending.length > 0 ? lastAt(held, pending) : null;
  // The draft of the conversation in view stands in its composer already.
  const second = line(held, pending.at(-1), selected ? '' : draft, typing);
  const row = {
    id: held.head.id,
    person,
    selected,
    unread: count,
    unreadText: unreadText(count),
    marked: me.markedUnread ?? false,
    pinned: me.pinned ?? false,
    muted: me.muted ?? false,
    archived: me.archived ?? false,
    blocked: me.blocked ?? false,
    deleted: held.head.peer.deleted ?? false,
    time: at === null ? '' : shortLabel(at, today, place),
    dateTime: at === null ? '' : new Date(at).toISOString(),
    ...second,
    sealWord: second.seal ? sealWord(second.seal, null, place) : '',
  };
  return { ...row, label: label(row) };
}
