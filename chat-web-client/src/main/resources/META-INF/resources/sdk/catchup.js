import { Backoff } from './backoff.js';

const PAGE = 100;
const TOO_MUCH = 1000;
const AT_ONCE = 4;

/**
 * @typedef {import('./problem.js').ChatProblem} ChatProblem
 * @typedef {import('./types.js').Conversation} Conversation
 * @typedef {import('./types.js').MessageEvent} MessageEvent
 * @typedef {import('./order.js').Point} Point
 * @typedef {{ wait?: number, signal?: AbortSignal }} Waiting how long the server may wait for news, in seconds
 */

/** Makes the client whole: asks which conversations changed since the last time, and fetches what was not told of them. */
export class CatchUp {
  #parts;
  #backoff;
  /** @type {string | undefined} up to where everything is known */
  cursor = undefined;
  /** @type {Set<string>} conversations of which only events were seen */
  #strangers = new Set();
  /** @type {Map<string, Promise<number>>} */
  #healing = new Map();

  /**
   * @param {{
   *   order: import('./order.js').Order, platform: import('./platform.js').Platform, rest: import('./rest.js').Rest,
   *   emit: import('./types.js').Emit, up: () => boolean, onConversation: (conversation: Conversation) => void, onReset: () => void
   * }} parts `up`: connected, so that a failure is worth another try before the next round
   */
  constructor(parts) {
    this.#parts = parts;
    this.#backoff = new Backoff(parts.platform.random);
  }

  /** Starts from nothing. */
  clear() {
    this.cursor = undefined;
    this.#strangers.clear();
  }

  /** A pushed change. @param {MessageEvent} event */
  take(event) {
    const { conversationId: id, conversation, rev, message } = event;
    const { order, onConversation } = this.#parts;
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
    const { order } = this.#parts;
    if (order.point(id)) {
      order.expect(id, point.rev);
    } else {
      order.start(id, point);
    }
  }

  /** One round over everything. @param {Waiting} [waiting] */
  async run(waiting) {
    try {
      return await this.#round(waiting);
    } catch (problem) {
      if (/** @type {ChatProblem} */ (problem).code !== 'sync-reset') {
        throw problem;
      }
      this.#parts.onReset();
      return this.#round();
    }
  }

  /** Fetches what one conversation lacks, however often it takes. @param {string} id */
  async heal(id) {
    try {
      await this.#healOnce(id);
      this.#backoff.reset();
    } catch (problem) {
      const { transient, retryAfterMs } = /** @type {ChatProblem} */ (problem);
      if (transient && this.#parts.up()) {
        this.#parts.platform.setTimeout(() => this.heal(id), this.#backoff.next(retryAfterMs));
      }
    }
  }

  /** The cursor moves on at the very end: what fails is asked for again. @param {Waiting} [waiting] */
  async #round(waiting) {
    /** @type {Set<string>} */
    const behind = new Set();
    const start = this.cursor;
    const next = await this.#heads(behind, waiting);
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
    if (this.cursor === start) {
      this.cursor = next;
    }
    return { messages, conversations };
  }

  /** @param {Set<string>} behind @param {Waiting} [waiting] */
  async #heads(behind, waiting) {
    const { rest } = this.#parts;
    let since = this.cursor;
    if (!since) {
      const { items, sync } = await rest.conversations({ limit: PAGE });
      items.forEach(conversation => this.#compare(conversation, behind));
      return sync;
    }
    for (let more = true; more; waiting = undefined) {
      const { conversations, next, hasMore } = await rest.get('/sync', { since, limit: PAGE, ...waiting });
      conversations.forEach((/** @type {Conversation} */ conversation) => this.#compare(conversation, behind));
      since = next;
      more = hasMore;
    }
    return since;
  }

  /** @param {Conversation} conversation @param {Set<string>} behind */
  #compare(conversation, behind) {
    const { order, onConversation, emit } = this.#parts;
    const { id, rev, lastSeq } = conversation;
    const point = order.point(id);
    this.#strangers.delete(id);
    onConversation(conversation);
    const tooMuch = point && rev - point.rev > TOO_MUCH;
    if (tooMuch) {
      emit({ type: 'conversation.reset', conversationId: id });
    }
    if (!point || tooMuch) {
      order.start(id, { rev, seq: lastSeq });
    } else if (rev > point.rev) {
      behind.add(id);
    }
  }

  /** What is under way may have been read too early, so it is waited for. @param {string} id @returns {Promise<number>} new messages */
  async #healOnce(id) {
    await this.#healing.get(id)?.catch(() => {});
    const healing = this.#healing.get(id) ?? this.#fill(id).finally(() => this.#healing.delete(id));
    this.#healing.set(id, healing);
    return healing;
  }

  /** @param {string} id */
  async #fill(id) {
    const { order, rest, onConversation } = this.#parts;
    if (this.#strangers.has(id)) {
      onConversation(await rest.conversation(id));
      this.#strangers.delete(id);
    }
    const point = order.point(id);
    const last = point?.seq ?? 0;
    let fresh = 0;
    for (let more = true; more && point; ) {
      const { messages, rev, hasMore } = await rest.changes(id, point.rev);
      if (order.point(id) !== point) {
        break; // of another store meanwhile
      }
      fresh += order.fill(id, messages, rev, last);
      more = hasMore;
    }
    return fresh;
  }
}
