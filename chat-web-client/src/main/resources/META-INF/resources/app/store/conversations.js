import { requote } from './quotes.js';

/**
 * What is known of each conversation. A copy of a message wins by the higher `rev`, settings by the higher `version`,
 * watermarks only grow: so repeats change nothing, and the order in which things are heard does not matter.
 *
 * @typedef {import('./state.js').Held} Held
 * @typedef {import('./state.js').Conversation} Conversation
 * @typedef {import('./state.js').Message} Message
 * @typedef {import('./state.js').Mine} Mine
 * @typedef {import('./state.js').Receipts} Receipts
 * @typedef {Readonly<Record<string, Held>>} Conversations
 */

/** The server counts to 99; one more means "more". */
export const MANY = 100;

/** Nothing of its history is known. */
const UNKNOWN = /** @type {const} */ ({
  messages: [],
  quotes: {},
  loaded: false,
  roamed: false,
  atStart: false,
  busy: null,
  failed: null,
});

/** @type {Receipts} */
const NO_RECEIPTS = { readSeq: 0, deliveredSeq: 0 };

/**
 * @param {ReadonlyArray<Message>} held ascending
 * @param {ReadonlyArray<Message>} news ascending
 * @returns {ReadonlyArray<Message>} `held` itself if nothing is new
 */
export function merge(held, news) {
  /** @type {Message[]} */
  const out = [];
  let changed = false;
  let i = 0;
  for (const message of news) {
    let before = held[i];
    for (; before && before.seq < message.seq; before = held[++i]) out.push(before);
    const same = before?.seq === message.seq ? before : undefined;
    if (same) i++;
    const newer = !same || message.rev > same.rev;
    out.push(newer ? message : same);
    changed ||= newer;
  }
  return changed ? out.concat(held.slice(i)) : held;
}

/** @param {Conversation} head @param {Message} message @returns {Conversation} */
function withLast(head, message) {
  const last = head.lastMessage;
  const newer = !last || message.seq > last.seq || (message.seq === last.seq && message.rev > last.rev);
  if (!newer && message.rev <= head.rev) return head;
  return {
    ...head,
    lastSeq: Math.max(head.lastSeq, message.seq),
    rev: Math.max(head.rev, message.rev),
    lastMessage: newer ? message : last,
    me: message.seq > head.lastSeq && head.me.archived && !head.me.muted ? { ...head.me, archived: false } : head.me,
  };
}

/**
 * A single message that was heard of. One from before the held ones is not kept: its page brings it.
 *
 * @param {Held} held
 * @param {Message} message
 * @returns {Held}
 */
export function hear(held, message) {
  const head = withLast(held.head, message);
  const oldest = held.messages[0]?.seq ?? (held.loaded ? 0 : Infinity);
  const first = Math.min(oldest, held.countedSeq + 1);
  const messages = message.seq >= first ? merge(held.messages, [message]) : held.messages;
  return requote(head === held.head && messages === held.messages ? held : { ...held, head, messages }, message);
}

/** @param {Receipts | undefined} a @param {Receipts | undefined} b @returns {Receipts} the higher of each mark */
export function higher(a = NO_RECEIPTS, b = NO_RECEIPTS) {
  const read = (b.readSeq ?? 0) > (a.readSeq ?? 0) ? b : a;
  const delivered = b.deliveredSeq > a.deliveredSeq ? b : a;
  if (read === a && delivered === a) return a;
  return {
    ...(read.readSeq !== undefined && { readSeq: read.readSeq }),
    deliveredSeq: delivered.deliveredSeq,
    ...(read.readAt && { readAt: read.readAt }),
    ...(delivered.deliveredAt && { deliveredAt: delivered.deliveredAt }),
  };
}

/**
 * The marks of the other one as a whole: who does not tell of reading any more is not shown to have read.
 *
 * @param {Receipts | undefined} before
 * @param {Receipts | undefined} told
 */
function receiptsOf(before, told) {
  const both = higher(before, told);
  if (!told || told.readSeq !== undefined) return both;
  const { deliveredSeq, deliveredAt } = both;
  return { deliveredSeq: Math.max(deliveredSeq, both.readSeq ?? 0), ...(deliveredAt && { deliveredAt }) };
}

/** @param {Mine} before @param {Mine} told @returns {Mine} settings by version, marks by height */
const mine = (before, told) => ({
  ...(told.version >= before.version ? told : before),
  readSeq: Math.max(before.readSeq, told.readSeq),
  deliveredSeq: Math.max(before.deliveredSeq, told.deliveredSeq),
});

/** @param {Held} held @param {Mine} me my settings, changed on some device @returns {Held} */
export function adjust({ head, ...held }, me) {
  const next = mine(head.me, me);
  return { ...held, head: { ...head, me: next, canSend: head.canSend && !next.blocked } };
}

/** @param {Held} held @param {import('./state.js').User} peer under another name, or deleted @returns {Held} */
export const renamed = ({ head, ...held }, peer) => ({ ...held, head: { ...head, peer, canSend: head.canSend && !peer.deleted } });

/**
 * @param {Held | undefined} held
 * @param {Conversation} told the state of a conversation, from a list, a round of catching up, or an event
 * @returns {Held}
 */
export function tell(held, told) {
  if (!held) {
    return { ...UNKNOWN, head: told, countedSeq: told.lastSeq };
  }
  const { head } = held;
  const current = told.lastSeq >= held.countedSeq && told.me.readSeq >= head.me.readSeq;
  const next = {
    ...told,
    me: mine(head.me, told.me),
    peerReceipts: receiptsOf(head.peerReceipts, told.peerReceipts),
    unreadCount: current ? told.unreadCount : head.unreadCount,
    lastSeq: Math.max(head.lastSeq, told.lastSeq),
    rev: Math.max(head.rev, told.rev),
    lastMessage: head.lastMessage,
  };
  return {
    ...held,
    head: told.lastMessage ? withLast(next, told.lastMessage) : next,
    countedSeq: current ? told.lastSeq : held.countedSeq,
  };
}

/**
 * @param {Held} held
 * @param {Receipts & { unreadCount?: number }} marks
 * @returns {Held} with my own marks moved on
 */
export function readByMe(held, marks) {
  const { head } = held;
  const counts = marks.unreadCount !== undefined && marks.readSeq >= head.me.readSeq;
  const me = {
    ...head.me,
    readSeq: Math.max(head.me.readSeq, marks.readSeq),
    deliveredSeq: Math.max(head.me.deliveredSeq, marks.deliveredSeq),
    ...(head.me.markedUnread && marks.readSeq > head.me.readSeq && { markedUnread: false }),
  };
  const same = me.readSeq === head.me.readSeq && me.deliveredSeq === head.me.deliveredSeq;
  if (same && (!counts || (marks.unreadCount === head.unreadCount && held.countedSeq === head.lastSeq))) return held;
  return {
    ...held,
    head: { ...head, me, unreadCount: counts ? /** @type {number} */ (marks.unreadCount) : head.unreadCount },
    countedSeq: counts ? head.lastSeq : held.countedSeq,
  };
}

/** @param {Held} held @param {Receipts} marks @returns {Held} */
export function readByPeer(held, marks) {
  const peerReceipts = higher(held.head.peerReceipts, marks);
  return peerReceipts === held.head.peerReceipts ? held : { ...held, head: { ...held.head, peerReceipts } };
}

/**
 * @param {Held} held
 * @param {import('./state.js').Stretch} stretch what was asked for
 * @param {{ items: ReadonlyArray<Message>, hasBefore: boolean }} page
 * @returns {Held}
 */
export function page(held, stretch, { items, hasBefore }) {
  const messages = merge(held.messages, items);
  const oldest = items.length === 0 || items[0]?.seq === messages[0]?.seq;
  return {
    ...held,
    head: items.reduce(withLast, held.head),
    messages,
    loaded: held.loaded || stretch === 'newest',
    roamed: held.roamed || stretch === 'around',
    atStart: held.atStart || (oldest && !hasBefore),
    busy: null,
    failed: null,
  };
}

/**
 * @param {import('../db/recent.js').Kept} kept
 * @returns {Held} not loaded: what is newer has yet to come
 */
export const recalled = ({ head, messages, atStart }) => ({ ...tell(undefined, head), messages, atStart });

/** @param {Held} held @returns {Held} with its messages forgotten: too much was missed */
export const forget = held => ({ ...held, ...UNKNOWN });

/**
 * Exact where the messages above the read mark are at hand, else what the server counted and what came since.
 *
 * @param {Held} held
 * @returns {number} 0 to 100; 100 means more than 99
 */
export function unread({ head, countedSeq, messages }) {
  const { readSeq } = head.me;
  if (head.lastSeq <= readSeq) return 0;
  let count = 0;
  let next = head.lastSeq;
  for (let i = messages.length - 1; next > readSeq && count < MANY; i--, next--) {
    const message = messages[i];
    if (message?.seq !== next) break;
    if (isTheirs(head, message)) count++;
  }
  if (next <= readSeq || count === MANY) return count;
  const since = messages.filter(message => message.seq > Math.max(countedSeq, readSeq) && isTheirs(head, message)).length;
  return Math.min(head.unreadCount + since, MANY);
}

/** @param {Conversation} head @param {Message} message written by the other one and still there */
export const isTheirs = (head, message) => message.senderId === head.peer.id && !message.deletedAt;

/** @param {Held} held @returns {boolean} */
export const hasOlder = ({ atStart, messages: [first] }) => !atStart && first !== undefined && first.seq > 1;
