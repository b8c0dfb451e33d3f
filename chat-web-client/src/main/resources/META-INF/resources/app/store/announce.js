import { oneLine } from '../text/graphemes.js';
import { t } from '../i18n/t.js';

/**
 * What screen readers are told. Up to three messages within two seconds are read out; what comes faster is counted
 * and told in one sentence per person when the two seconds are over.
 *
 * @typedef {import('./state.js').State} State
 */

const BURST_MS = 2000;
const READ_OUT = 3;
const KEPT = 5;
const GRAPHEMES = 300;

/** @param {State} state @param {string} text @param {boolean} urgent @returns {State} */
function say(state, text, urgent) {
  const id = (state.announcements.at(-1)?.id ?? 0) + 1;
  return { ...state, announcements: [...state.announcements, { id, text, urgent }].slice(-KEPT) };
}

/**
 * @param {State} state
 * @param {string} name
 * @param {import('./state.js').Message} message each is told once
 * @param {number} now
 * @returns {State}
 */
export function arrived(state, name, { conversationId, seq, text = '' }, now) {
  if (seq <= (state.arrivals.told[conversationId] ?? 0)) return state;
  const told = { ...state.arrivals.told, [conversationId]: seq };
  const fresh = now - state.arrivals.since >= BURST_MS;
  /** @type {import('./state.js').Arrivals} */
  const { since, count, held } = fresh ? { ...state.arrivals, since: now, count: 0, held: {} } : state.arrivals;
  const before = fresh ? tellHeld(state) : state;
  if (count < READ_OUT) {
    const arrivals = { since, count: count + 1, held, told };
    return { ...say(before, t('live.message', { name, text: oneLine(text, GRAPHEMES) }), false), arrivals };
  }
  return { ...before, arrivals: { since, count: count + 1, held: { ...held, [name]: (held[name] ?? 0) + 1 }, told } };
}

/** @param {State} state @param {string} text @returns {State} */
export const notSent = (state, text) => say(state, t('live.failed', { text: oneLine(text, GRAPHEMES) }), true);

/** @param {State} state @returns {State} */
function tellHeld(state) {
  const told = Object.entries(state.arrivals.held).reduce(
    (s, [name, count]) => say(s, t('live.burst', { count, name }), false),
    state,
  );
  return told === state ? state : { ...told, arrivals: { ...state.arrivals, since: 0, count: 0, held: {} } };
}

/** @param {State} state @returns {number | null} when `settle` has something to tell */
export const settlesAt = ({ arrivals }) => (Object.keys(arrivals.held).length > 0 ? arrivals.since + BURST_MS : null);

/** @param {State} state @param {number} now @returns {State} with the burst told if it is over */
export function settle(state, now) {
  const at = settlesAt(state);
  return at !== null && now >= at ? tellHeld(state) : state;
}
