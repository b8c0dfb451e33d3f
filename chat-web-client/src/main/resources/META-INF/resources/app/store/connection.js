/**
 * The state of the connection as people should hear of it: nothing for trouble that is over within 1.5 s.
 *
 * @typedef {import('./state.js').Connection} Connection
 */

const PATIENCE_MS = 1500;
const UP_TO_DATE_MS = 1200;
const SECOND_MS = 1000;

/** @type {Connection} */
export const INITIAL_CONNECTION = {
  status: 'idle',
  troubleSince: 0,
  retryAt: null,
  restarting: false,
  final: false,
  shownUntil: 0,
  caughtUp: { messages: 0, conversations: 0 },
};

const NOTHING = INITIAL_CONNECTION.caughtUp;

/**
 * @param {Connection} before
 * @param {{ state: Connection['status'], retryAt?: number, restarting?: boolean, final?: boolean, now: number }} event
 * @returns {Connection}
 */
export function connected(before, { state, retryAt, restarting, final, now }) {
  if (state === 'live') {
    const shown = isTroubled(before, now);
    return {
      ...INITIAL_CONNECTION,
      status: 'live',
      shownUntil: shown ? now + UP_TO_DATE_MS : before.shownUntil,
      caughtUp: before.caughtUp,
    };
  }
  const quiet = state === 'idle' || state === 'signed-out';
  return {
    status: state,
    troubleSince: quiet ? 0 : before.troubleSince || now,
    retryAt: retryAt ?? null,
    // An attempt to come back does not end the announced restart; a failed one does.
    restarting: restarting ?? (state === 'connecting' || state === 'catching-up' ? before.restarting : false),
    final: final ?? false,
    shownUntil: 0,
    caughtUp: state === 'catching-up' ? before.caughtUp : NOTHING,
  };
}

/** @param {Connection} connection @param {number} now @returns {boolean} it lasts long enough to be told */
export const isTroubled = ({ troubleSince }, now) => troubleSince > 0 && now - troubleSince >= PATIENCE_MS;

/**
 * @param {Connection} connection
 * @param {number} now
 * @returns {boolean} what is known of others is of the past; a short break is not told
 */
export const isStale = (connection, now) => connection.status !== 'live' && (connection.troubleSince === 0 || isTroubled(connection, now));

/** @param {Connection} connection @param {number} now @returns {number} whole seconds until the next attempt, at least 1 */
export const secondsLeft = ({ retryAt }, now) => Math.max(1, Math.ceil(((retryAt ?? 0) - now) / SECOND_MS));

/** @param {Connection} connection @param {number} now @returns {number | null} when the strip changes by itself */
export function connectionWakesAt(connection, now) {
  const { troubleSince, retryAt, shownUntil } = connection;
  if (shownUntil > now) return shownUntil;
  if (troubleSince === 0) return null;
  if (!isTroubled(connection, now)) return troubleSince + PATIENCE_MS;
  return retryAt !== null && retryAt > now ? retryAt - (secondsLeft(connection, now) - 1) * SECOND_MS : null;
}
