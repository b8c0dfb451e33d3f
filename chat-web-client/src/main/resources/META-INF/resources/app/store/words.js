import { seenParts, timeLabel } from '../text/dates.js';
import { hue, monogram } from '../text/graphemes.js';
import { has, t } from '../i18n/t.js';

/**
 * Views and sentences that more than one part of the page needs.
 *
 * @typedef {import('./state.js').Presence} Presence
 * @typedef {import('./state.js').Problem} Problem
 * @typedef {import('./state.js').User} User
 * @typedef {import('./types.js').PersonView} PersonView
 * @typedef {import('./types.js').Seal} Seal
 * @typedef {import('../text/dates.js').Place} Place
 */

/** @param {User} user @returns {string} never empty */
export const nameOf = user => user.name ?? t('person.deleted');

/** @typedef {{ stale: boolean, today: string, place: Place }} Moment `stale`: presence is of the past */

/** @param {Presence | undefined} presence @param {Moment} moment @returns {string} */
function presenceText(presence, { stale, today, place }) {
  const state = presence?.state ?? 'offline';
  if (state !== 'offline' && stale) return t(`presence.was.${state}`);
  if (state !== 'offline' || !presence?.lastSeenAt) return t(`presence.${state}`);
  const { kind, time, date } = seenParts(Date.parse(presence.lastSeenAt), today, place);
  return t(`presence.lastSeen.${kind}`, { time, date });
}

/**
 * @param {User} user
 * @param {Presence | undefined} presence
 * @param {Moment} moment
 * @returns {PersonView}
 */
export const personView = (user, presence, moment) => ({
  id: user.id,
  name: nameOf(user),
  monogram: user.name ? monogram(user.name) : '–',
  hue: user.name ? hue(user.id) : 'none',
  presence: presence?.state ?? 'offline',
  presenceText: user.deleted ? '' : presenceText(presence, moment),
});

/** @param {Seal} seal @param {number | null} readAt when it is known of this very message @param {Place} place */
export const sealWord = (seal, readAt, place) =>
  seal === 'read' && readAt !== null ? t('seal.readAt', { time: timeLabel(readAt, place) }) : t(`seal.${seal}`);

/** Up to here a wait is told in seconds. */
const IN_SECONDS = 90;

/** @param {Problem | null} problem @returns {string} one sentence with the next step, empty without a problem */
export function problemText(problem) {
  if (!problem) return '';
  if (problem.code === 'rate-limited' && problem.retryAfterMs) {
    const seconds = Math.ceil(problem.retryAfterMs / 1000);
    return seconds <= IN_SECONDS
      ? t('problem.rate-limited.seconds', { count: seconds })
      : t('problem.rate-limited.minutes', { count: Math.ceil(seconds / 60) });
  }
  const key = `problem.${problem.code}`;
  return t(has(key) ? key : 'problem.other');
}

/** @param {Problem | null} problem @returns {Readonly<Record<string, string>>} the first error of each field of a form */
export function fieldTexts(problem) {
  /** @type {Record<string, string>} */
  const texts = {};
  for (const { pointer, code } of problem?.errors ?? []) {
    const field = pointer.replace(/^\//, '');
    const key = [`field.${code}.${field}`, `field.${code}`].find(has) ?? 'field.other';
    texts[field] ??= t(key);
  }
  return texts;
}
