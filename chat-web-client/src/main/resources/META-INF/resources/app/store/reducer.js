import { ACCOUNT_REDUCERS } from './account.js';
import { arrived, notSent, settle, settlesAt } from './announce.js';
import { connected, connectionWakesAt } from './connection.js';
import { adjust, forget, hear, page, readByMe, readByPeer, recalled, renamed, tell } from './conversations.js';
import { OPEN_REDUCERS, dropped } from './open.js';
import { quote } from './quotes.js';
import { NO_SEARCH, signedIn, signedOut } from './session.js';
import { nameOf } from './words.js';
import { endOfDay } from '../text/dates.js';

/**
 * @typedef {import('./state.js').State} State
 * @typedef {import('./state.js').Held} Held
 * @typedef {import('./state.js').Message} Message
 * @typedef {import('./state.js').Pending} Pending
 * @typedef {any} Event an SDK event or an action of ../net, always with `type` and the time as `now`
 */

/** A typing sign is believed for so long, whatever its sender does. */
const TYPING_MS = 6000;
/** @param {State} state @param {string} id @param {(held: Held) => Held} change @returns {State} */
function inConversation(state, id, change) {
  const held = state.conversations[id];
  const next = held && change(held);
  return !next || next === held ? state : { ...state, conversations: { ...state.conversations, [id]: next } };
}

/** @param {State} state @param {string} id @param {number | null} until @returns {State} */
function typing(state, id, until) {
  const { [id]: before, ...others } = state.typing;
  if (until === null) return before === undefined ? state : { ...state, typing: others };
  return before === until ? state : { ...state, typing: { ...others, [id]: until } };
}

/** @param {State} state @param {string} clientMessageId @returns {State} */
function withoutPending(state, clientMessageId) {
  const outbox = state.outbox.filter(pending => pending.clientMessageId !== clientMessageId);
  return outbox.length === state.outbox.length ? state : { ...state, outbox };
}

/** @param {State} state @param {Event} told a conversation @returns {State} */
const told = (state, { conversation }) =>
  conversation.kind === 'direct'
    ? {
        ...state,
        conversations: { ...state.conversations, [conversation.id]: tell(state.conversations[conversation.id], conversation) },
      }
    : state;

/** @param {State} state @param {Event} event @returns {State} */
function message(state, { type, conversationId, message: heard, conversation, caughtUp, now }) {
  const known = conversation ? told(state, { conversation }) : state;
  const kept = heard.deletedAt ? dropped(known, conversationId, heard.seq) : known;
  const next = inConversation(kept, conversationId, held => hear(held, heard));
  const held = next.conversations[conversationId];
  if (!held) return next;
  if (heard.senderId === state.session.me?.id) return heard.clientMessageId ? withoutPending(next, heard.clientMessageId) : next;
  if (type !== 'message.created' || caughtUp || heard.deletedAt) return next;
  const silent = typing(next, conversationId, null);
  return held.head.me.muted ? silent : arrived(silent, nameOf(held.head.peer), heard, now);
}

/** @param {State} state @param {Pending} pending */
const isStored = (state, pending) =>
  state.conversations[pending.conversationId]?.messages.some(one => one.clientMessageId === pending.clientMessageId) ?? false;

/** @param {State} state @param {Event} event @returns {State} */
function outbox(state, { entry }) {
  if (entry.state === 'sent') {
    const next = withoutPending(state, entry.clientMessageId);
    return inConversation(next, entry.message.conversationId, held => hear(held, entry.message));
  }
  if (entry.state === 'discarded') return withoutPending(state, entry.clientMessageId);
  const conversationId =
    entry.conversationId ?? Object.values(state.conversations).find(({ head }) => head.peer.id === entry.to)?.head.id;
  if (!conversationId) return state;
  const { clientMessageId, text, at, replyTo } = entry;
  /** @type {Pending} */
  const pending = {
    clientMessageId,
    conversationId,
    text,
    at,
    ...(replyTo !== undefined && { replyTo }),
    problem: entry.state === 'failed' ? (entry.problem ?? { code: 'other' }) : null,
  };
  if (isStored(state, pending)) return state;
  const others = state.outbox.filter(one => one.clientMessageId !== clientMessageId);
  const before = state.outbox.find(one => one.clientMessageId === clientMessageId);
  const next = { ...state, outbox: [...others, pending].sort((a, b) => a.at - b.at) };
  return pending.problem && !before?.problem ? notSent(next, text) : next;
}

/** @param {State} state @param {Event} event @returns {State} */
function receipts(state, event) {
  return inConversation(state, event.conversationId, held =>
    event.userId === state.session.me?.id
      ? readByMe(held, event)
      : readByPeer(held, {
          readSeq: event.readSeq,
          deliveredSeq: event.deliveredSeq ?? 0,
          readAt: event.readAt,
          deliveredAt: event.deliveredAt,
        }),
  );
}

/** @param {State} state @param {Event} event @returns {State} */
function user(state, { user: updated }) {
  const { me } = state.session;
  if (me?.id === updated.id) return { ...state, session: { ...state.session, me: { ...me, ...updated } } };
  const { [updated.id]: gone, ...presence } = state.presence;
  return Object.values(state.conversations)
    .filter(({ head }) => head.peer.id === updated.id)
    .reduce(
      (next, { head }) => inConversation(next, head.id, held => renamed(held, updated)),
      updated.deleted && gone ? { ...state, presence } : state,
    );
}

/** @param {State} state @param {Event} event @returns {State} */
function tick(state, { now }) {
  const over = Object.entries(state.typing).filter(([, until]) => until <= now);
  return settle(
    over.reduce((next, [id]) => typing(next, id, null), state),
    now,
  );
}

/** @type {Readonly<Record<string, (state: State, event: Event) => State>>} */
const REDUCERS = {
  'message.created': message,
  'message.updated': message,
  'message.deleted': message,
  'receipts.updated': receipts,
  typing: (state, { conversationId, userId, active, now }) =>
    state.conversations[conversationId]?.head.peer.id === userId
      ? typing(state, conversationId, active ? now + TYPING_MS : null)
      : state,
  'presence.changed': (state, { userId, state: shown, lastSeenAt }) => ({
    ...state,
    presence: { ...state.presence, [userId]: { userId, state: shown, ...(lastSeenAt && { lastSeenAt }) } },
  }),
  'conversation.state': told,
  'conversations.kept': (state, { kept }) => ({
    ...state,
    conversations: {
      ...Object.fromEntries(kept.map((/** @type {import('../db/recent.js').Kept} */ one) => [one.id, recalled(one)])),
      ...state.conversations,
    },
  }),
  'conversation.updated': (state, { conversationId, me }) => inConversation(state, conversationId, held => adjust(held, me)),
  'conversation.reset': (state, { conversationId }) => inConversation(state, conversationId, forget),
  'user.updated': user,
  'outbox.changed': outbox,
  status: (state, event) => ({ ...state, connection: connected(state.connection, event) }),
  'caught-up': (state, { messages, conversations }) => ({
    ...state,
    connection: { ...state.connection, caughtUp: { messages, conversations } },
  }),
  'signed-out': signedOut,
  reset: state => ({ ...state, conversations: {}, presence: {}, typing: {}, list: 'loading' }),

  'signed-in': signedIn,
  'auth.changed': (state, { auth }) => ({ ...state, auth: { ...state.auth, ...auth } }),
  'server.known': (state, { server }) => ({ ...state, server }),
  'list.changed': (state, { status, requestId = null }) => ({ ...state, list: status, listRequestId: requestId }),
  'history.asked': (state, { conversationId, stretch }) =>
    inConversation(state, conversationId, held => ({ ...held, busy: stretch, failed: null })),
  'history.came': (state, { conversationId, stretch, page: came }) =>
    inConversation(state, conversationId, held => page(held, stretch, came)),
  'history.failed': (state, { conversationId, stretch }) =>
    inConversation(state, conversationId, held => ({ ...held, busy: null, failed: stretch })),
  'quote.came': (state, { conversationId, seq, message: came }) => inConversation(state, conversationId, held => quote(held, seq, came)),
  'archive.shown': (state, { archive }) => ({ ...state, archive }),
  'people.changed': (state, { people }) => ({ ...state, people: { ...state.people, ...people } }),
  'people.closed': state => ({ ...state, people: NO_SEARCH }),
  'drafts.known': (state, { drafts }) => ({ ...state, drafts: { ...drafts, ...state.drafts } }),
  'read.moved': (state, { conversationId, seq }) =>
    inConversation(state, conversationId, held => readByMe(held, { readSeq: seq, deliveredSeq: seq })),
  ...OPEN_REDUCERS,
  ...ACCOUNT_REDUCERS,
  'page.changed': (state, { page: changed }) => ({ ...state, page: { ...state.page, ...changed } }),
  'settings.changed': (state, { settings }) => ({ ...state, settings: { ...state.settings, ...settings } }),
  'toast.raised': (state, { toast }) => ({ ...state, toasts: [...state.toasts.filter(one => one.id !== toast.id), toast] }),
  'toast.gone': (state, { id }) => ({ ...state, toasts: state.toasts.filter(one => one.id !== id) }),
  tick,
};

/**
 * @param {State} state
 * @param {Event} event unknown types change nothing
 * @returns {State}
 */
export function reduce(state, event) {
  const reducer = Object.hasOwn(REDUCERS, event.type) ? REDUCERS[event.type] : undefined;
  if (!reducer) return state;
  const next = reducer(state, event);
  return event.now === undefined || event.now === next.now ? next : { ...next, now: event.now };
}

/**
 * @param {State} state
 * @returns {number} when time alone changes what is shown: a `tick` is due then
 */
export function wakesAt(state) {
  const times = [
    endOfDay(state.now, state.zone),
    settlesAt(state),
    connectionWakesAt(state.connection, state.now),
    ...Object.values(state.typing),
  ];
  return Math.min(...times.filter(time => time !== null));
}
