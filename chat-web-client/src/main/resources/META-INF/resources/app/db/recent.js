/**
 * What is kept of conversations on this device: the last messages of those last talked in, so that a reload shows them at once.
 *
 * A copy, never the truth. Each belongs to one state of the server's store (`epoch`), and says how far it is whole (`rev`, `seq`);
 * what happened since is fetched before it counts.
 *
 * @typedef {import('../store/state.js').Held} Held
 * @typedef {import('../../sdk/order.js').Point} Point
 *
 * @typedef {object} Kept
 * @property {string} account
 * @property {string} id of the conversation
 * @property {string} epoch
 * @property {number} rev
 * @property {number} seq
 * @property {import('../store/state.js').Conversation} head
 * @property {ReadonlyArray<import('../store/state.js').Message>} messages without a hole
 * @property {boolean} atStart
 *
 * @typedef {object} Place up to where everything that is kept is known; written after it
 * @property {string} account
 * @property {string} id `PLACE`
 * @property {string} epoch
 * @property {string} cursor
 *
 * @typedef {import('../../sdk/types.js').Storage<Kept | Place>} RecentStorage
 */

/** No conversation has this id. */
export const PLACE = '';
/** The last so many conversations are kept. */
export const CONVERSATIONS = 30;
/** And of each the last so many messages. */
const MESSAGES = 200;

/**
 * @param {Held} held
 * @param {number} unreadCount up to its last message
 * @param {Point} point
 * @param {{ account: string, epoch: string }} owner
 * @returns {Kept}
 */
export function keep({ head, messages, atStart }, unreadCount, { rev, seq }, { account, epoch }) {
  let from = Math.max(0, messages.length - 1);
  while (from > 0 && messages.length - from < MESSAGES && messages[from - 1]?.seq === (messages[from]?.seq ?? 0) - 1) from--;
  return {
    account,
    id: head.id,
    epoch,
    rev,
    seq,
    head: { ...head, unreadCount },
    messages: messages.slice(from),
    atStart: atStart && from === 0,
  };
}

/**
 * Whether the same is kept of both: who scrolls back through a long conversation changes nothing on the disk. Every change of a message
 * changes the head as well, by its `rev`.
 *
 * @param {Held} one
 * @param {Held} other of the same conversation
 */
export const keptAlike = (one, other) =>
  one.head === other.head &&
  one.messages.at(-1) === other.messages.at(-1) &&
  one.messages.at(-MESSAGES) === other.messages.at(-MESSAGES) &&
  Math.min(one.messages.length, MESSAGES) === Math.min(other.messages.length, MESSAGES);
