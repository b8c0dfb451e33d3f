/**
 * @typedef {import('./types.js').Message} Message
 * @typedef {import('./types.js').MessagePage} MessagePage
 * @typedef {import('./types.js').Abortable} Abortable
 * @typedef {{ before?: number, after?: number, around?: number, limit?: number }} Query
 */

/** Pages of history that agree with the events told meanwhile: a page on its way never takes the reader back. */
export class History {
  /** @type {Set<{ id: string, messages: Map<number, Message> }>} */
  #underWay = new Set();

  /**
   * @param {{ rest: import('./rest.js').Rest, onEnd: (id: string, point: import('./order.js').Point) => void }} parts `onEnd` hears of
   *   pages that reach the newest message
   */
  constructor({ rest, onEnd }) {
    this.rest = rest;
    this.onEnd = onEnd;
  }

  /** A message that was told to handlers. @param {Message} message */
  saw(message) {
    for (const page of this.#underWay) {
      if (page.id === message.conversationId) {
        page.messages.set(message.seq, message);
      }
    }
  }

  /**
   * @param {string} id
   * @param {Query} query
   * @param {Abortable} [options]
   * @returns {Promise<MessagePage>}
   */
  async page(id, query, options) {
    const own = { id, messages: new Map() };
    this.#underWay.add(own);
    try {
      const page = await this.rest.messages(id, query, options);
      const whole = merge(page, own.messages, query.after);
      if (!page.hasAfter) {
        this.onEnd(id, { rev: page.rev, seq: page.items.at(-1)?.seq ?? query.after ?? 0 });
      }
      return whole;
    } finally {
      this.#underWay.delete(own);
    }
  }
}

/**
 * @param {MessagePage} page
 * @param {Map<number, Message>} seen
 * @param {number} [after]
 * @returns {MessagePage}
 */
function merge(page, seen, after = 0) {
  const end = page.items.at(-1)?.seq ?? after;
  const later = page.hasAfter ? [] : [...seen.values()].filter(message => message.seq > end);
  const items = [
    ...page.items.map(message => newer(message, seen.get(message.seq))),
    ...later.sort((one, other) => one.seq - other.seq),
  ];
  return { ...page, items, rev: Math.max(page.rev, ...items.map(message => message.rev)) };
}

/** @param {Message} held @param {Message} [other] */
function newer(held, other) {
  return other && other.rev > held.rev ? other : held;
}
