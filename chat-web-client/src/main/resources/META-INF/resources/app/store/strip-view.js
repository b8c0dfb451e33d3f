import { t } from '../i18n/t.js';
import { isTroubled, secondsLeft } from './connection.js';

/**
 * @typedef {import('./state.js').State} State
 * @typedef {import('./types.js').StripView} StripView
 */

/** @param {StripView['kind']} kind @param {string} text @param {string} [short] @returns {StripView} */
const plain = (kind, text, short = text) => ({ kind, text, short, spoken: text, intent: null, actionLabel: '' });

/** @param {StripView['kind']} kind @param {string} text @param {string} short @param {string} [spoken] @returns {StripView} */
const retry = (kind, text, short, spoken = text) => ({ kind, text, short, spoken, intent: 'retryNow', actionLabel: t('strip.retryNow') });

/** @param {State['connection']['caughtUp']} caughtUp */
function upToDate({ messages, conversations }) {
  if (messages === 0) return t('strip.upToDate');
  if (conversations <= 1) return t('strip.upToDate.one', { count: messages });
  return t('strip.upToDate.many', { count: messages, conversations });
}

/** @param {State} state */
function offline({ outbox }) {
  const count = outbox.filter(pending => !pending.problem).length;
  if (count === 0) return retry('offline', t('strip.offline'), t('strip.offline.short'));
  return retry('offline', t('strip.offline.waiting', { count }), t('strip.offline.short.waiting', { count }), t('strip.offline'));
}

/**
 * @param {State} state
 * @returns {StripView | null} null: all is well, or the trouble is younger than 1.5 s
 */
export function stripView(state) {
  const { connection, session, now, page } = state;
  if (session.phase === 'ended') {
    const text = t(session.endedBy === 'session-revoked' ? 'strip.signedOut.revoked' : 'strip.signedOut.expired');
    return { ...plain('signed-out', text, t('strip.signedOut.short')), intent: 'signInAgain', actionLabel: t('strip.signIn') };
  }
  if (session.phase !== 'signed-in') return null;
  if (connection.shownUntil > now) return plain('up-to-date', upToDate(connection.caughtUp), t('strip.upToDate'));
  if (!isTroubled(connection, now)) return null;
  if (connection.final) return retry('offline', t('strip.stopped'), t('strip.stopped.short'));
  if (connection.restarting) return plain('restarting', t('strip.restarting'), t('strip.restarting.short'));
  if (!page.online) return offline(state);
  if (connection.status === 'catching-up') return plain('catching-up', t('strip.catchingUp'));
  if (connection.status === 'offline' && connection.retryAt === null) return offline(state);
  if (connection.retryAt !== null && connection.retryAt > now) {
    const seconds = secondsLeft(connection, now);
    return retry('reconnecting', t('strip.reconnecting', { seconds }), t('strip.reconnecting.short', { seconds }), t('strip.trying'));
  }
  return { ...plain('connecting', t('strip.connecting')), spoken: t('strip.trying') };
}
