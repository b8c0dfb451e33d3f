/**
 * The messages that others answer: near ones stand among the messages, far ones are fetched.
 *
 * @typedef {import('./state.js').Held} Held
 * @typedef {import('./state.js').Message} Message
 */

/** @param {ReadonlyArray<Message>} messages ascending @param {number} seq @returns {Message | undefined} */
export function messageAt(messages, seq) {
  let from = 0;
  let to = messages.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (/** @type {Message} */ (messages[middle]).seq < seq) from = middle + 1;
    else to = middle;
  }
  return messages[from]?.seq === seq ? messages[from] : undefined;
}

/** @param {Held} held @param {number} seq @returns {Message | null | undefined} null: it cannot be had; undefined: it has not come yet */
export const quoted = ({ messages, quotes }, seq) => messageAt(messages, seq) ?? quotes[seq];

/** @param {Held} held @returns {number | undefined} the newest that is not here */
export const missingQuote = held => held.messages.findLast(({ replyTo }) => replyTo !== undefined && quoted(held, replyTo) === undefined)?.replyTo;

/** @param {Held} held @param {number} seq @param {Message | null} message @returns {Held} */
export const quote = (held, seq, message) => ({ ...held, quotes: { ...held.quotes, [seq]: message } });

/** A fetched one changed. @param {Held} held @param {Message} message @returns {Held} */
export function requote(held, message) {
  const before = held.quotes[message.seq];
  return before && message.rev > before.rev ? quote(held, message.seq, message) : held;
}
