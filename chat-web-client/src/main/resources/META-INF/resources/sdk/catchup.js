import { Backoff } from './backoff.js';
import { ChatProblem } from './problem.js';

const PAGE = 100;
const TOO_MUCH = 1000;
const AT_ONCE = 4;

/**
 * @typedef {import('./types.js').Conversation} Conversation
 * @typedef {import('./types.js').Message} Message
 * @typedef {import('./types.js').MessageEvent} MessageEvent
 * @typedef {import('./order.js').Point} Point
 * @typedef {{
 *   heads(isWhole: (conversation: Conversation) => boolean, known: boolean): AsyncIterable<Conversation>,
 *   changes(id: string, point: Point): AsyncIterable<{ messages: Message[], rev?: number }>
 * }} Source where what was missed comes from
 */

/**
 * The source that every server has: the list of conversations down to the first that is whole, and history after the last message.
 *
 * @param {import('./rest.js').Rest} rest
 * @returns {Source}
 */
export function byPages(rest) {
  return {
    async *heads(isWhole, known) {
      let cursor;
      do {
        const page = await rest.conversations({ cursor, limit: PAGE });
        cursor = known && !page.items.some(isWhole) ? page.next : undefined;
        yield* page.items;
      } while (cursor);
    },
    async *changes(id, { seq }) {
      let after = seq;
      let more = true;
      while (more) {
        const page = await rest.messages(id, { after, limit: PAGE });
        after = page.items.at(-1)?.seq ?? after;
        more = page.hasAfter && page.items.length > 0;
        yield { messages: page.items, rev: more ? undefined : page.rev };
      }
    },
  };
}

/** Makes the client whole: compares the heads of conversations with what was told, and fetches the difference. */
export class CatchUp {
  /** @type {Set<string>} conversations of which only events were seen */
  #strangers = new Set();
  /** @type {Map<string, Promise<number>>} */
  #healing = new Map();

  /**
   * @param {{
   *   source: Source, order: import('./order.js').Order, platform: import('./platform.js').Platform, rest: import('./rest.js').Rest,
   *   emit: import('./types.js').Emit, up: () => boolean, onConversation: (conversation: Conversation) => void
   * }} parts `up`: connected, so that a failure is worth another try before the next round
   */
  constructor(parts) {
    this.parts = parts;
    this.backoff = new Backoff(parts.platform.random);
  }

  /** A pushed change. @param {MessageEvent} event */
  take(event) {
    const { conversationId: id, conversation, rev, message } = event;
    const { order, onConversation } = this.parts;
    if (!order.point(id)) {
      order.start(id, { rev: rev - 1, seq: message.seq - 1 });
      if (conversation) {
        onConversation(conversation);
      } else {
        this.#strangers.add(id);
        this.heal(id);
      }
    }
    order.take(event);
  }

  /**
   * A conversation as the server has it: started when unknown, else compared.
   *
   * @param {string} id
   * @param {Point} point
   */
  learn(id, point) {
    const { order } = this.parts;
    if (order.point(id)) {
      order.expect(id, point.rev);
    } else {
      order.start(id, point);
    }
  }

  /** One round over everything. */
  async run() {
    const { source, order } = this.parts;
    /** @type {string[]} */
    const behind = [];
    for await (const conversation of source.heads(found => this.#isWhole(found), order.size > 0)) {
      this.#compare(conversation, behind);
    }
    let messages = 0;
    let conversations = 0;
    const queue = behind.values();
    const work = async () => {
      for (const id of queue) {
        const fresh = await this.#healOnce(id);
        messages += fresh;
        conversations += fresh ? 1 : 0;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return { messages, conversations };
  }

  /** Fetches what one conversation lacks, however often it takes. @param {string} id */
  async heal(id) {
    try {
      await this.#healOnce(id);
      this.backoff.reset();
    } catch (cause) {
      const problem = ChatProblem.of(cause);
      if (problem.transient && this.parts.up()) {
        this.parts.platform.setTimeout(() => this.heal(id), this.backoff.next(problem.retryAfterMs));
      }
    }
  }

  /** @param {Conversation} conversation */
  #isWhole(conversation) {
    const point = this.parts.order.point(conversation.id);
    return point !== undefined && point.seq >= conversation.lastSeq && point.rev >= conversation.rev;
  }

  /** @param {Conversation} conversation @param {string[]} behind */
  #compare(conversation, behind) {
    const { order, onConversation, emit } = this.parts;
    const { id, rev, lastSeq } = conversation;
    const point = order.point(id);
    this.#strangers.delete(id);
    onConversation(conversation);
    const tooMuch = point && lastSeq - point.seq > TOO_MUCH;
    if (tooMuch) {
      emit({ type: 'conversation.reset', conversationId: id });
    }
    if (!point || tooMuch) {
      order.start(id, { rev, seq: lastSeq });
    } else if (!this.#isWhole(conversation)) {
      behind.push(id);
    }
  }

  /** @param {string} id @returns {Promise<number>} how many messages it brought */
  #healOnce(id) {
    const healing = this.#healing.get(id) ?? this.#fill(id).finally(() => this.#healing.delete(id));
    this.#healing.set(id, healing);
    return healing;
  }

  /** @param {string} id */
  async #fill(id) {
    const { source, order, rest, onConversation } = this.parts;
    if (this.#strangers.has(id)) {
      onConversation(await rest.conversation(id));
      this.#strangers.delete(id);
    }
    const point = order.point(id);
    let fresh = 0;
    if (point) {
      for await (const { messages, rev } of source.changes(id, point)) {
        fresh += order.fill(id, messages, rev);
      }
    }
    return fresh;
  }
}
