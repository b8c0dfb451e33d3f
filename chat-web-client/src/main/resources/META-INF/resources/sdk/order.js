const GAP_MS = 300;

/**
 * @typedef {import('./types.js').MessageEvent} MessageEvent
 * @typedef {import('./types.js').Message} Message
 * @typedef {{ rev: number, seq: number }} Point how far a conversation is whole: every change up to `rev`, every message up to `seq`
 * @typedef {Point & { ahead: Map<number, { seq: number, event?: MessageEvent }>, gap: import('./platform.js').Timer }} Head
 * `ahead`: changes beyond `rev`, each with the message it is about; one that has its event is still to be told
 */

/**
 * Decides what is told and when: each change of a conversation once, in the order of `rev`. What comes early waits for what is
 * missing, 300 ms, and then asks for it.
 */
export class Order {
  #platform;
  #heal;
  /** @type {Map<string, Head>} */
  #heads = new Map();

  /**
   * @param {{
   *   platform: import('./platform.js').Platform, emit: (event: MessageEvent) => void, heal: (conversationId: string) => void
   * }} parts
   */
  constructor({ platform, emit, heal }) {
    this.#platform = platform;
    this.emit = emit;
    this.#heal = heal;
  }

  /** @param {string} id @returns {Point | undefined} another object after each start */
  point(id) {
    return this.#heads.get(id);
  }

  /**
   * Starts a conversation at a point: what came before is known or will be fetched as history.
   *
   * @param {string} id
   * @param {Point} point
   */
  start(id, { rev, seq }) {
    this.#forget(id);
    this.#heads.set(id, { rev, seq, ahead: new Map(), gap: this.#platform.timer() });
  }

  /** Forgets everything; what waited is forgotten as well. */
  clear() {
    this.#heads.forEach((_, id) => this.#forget(id));
  }

  /** A pushed change of a conversation that is known. @param {MessageEvent} event */
  take(event) {
    const head = this.#heads.get(event.conversationId);
    if (head && event.rev > head.rev && !head.ahead.has(event.rev)) {
      head.ahead.set(event.rev, { seq: event.message.seq, event });
      this.#advance(event.conversationId, head);
    }
  }

  /** The server has told of a change that should have been pushed as well. @param {string} id @param {number} rev */
  expect(id, rev) {
    const head = this.#heads.get(id);
    if (head && rev > head.rev && !head.ahead.has(rev)) {
      this.#await(id, head);
    }
  }

  /**
   * Changes that were fetched.
   *
   * @param {string} id
   * @param {Message[]} messages in their present state, which may be of a later change than `rev`
   * @param {number} rev every change up to here is among them
   * @param {number} last the last message that was known before; what is beyond it is new
   * @returns {number} how many new messages were told
   */
  fill(id, messages, rev, last) {
    const head = this.#heads.get(id);
    if (!head) {
      return 0;
    }
    let fresh = 0;
    for (const message of messages.sort((one, other) => one.rev - other.rev)) {
      const event = eventOf(message, last);
      const ahead = head.ahead.get(message.rev);
      if (message.rev > head.rev && (!ahead || ahead.event) && this.#tell(head, event) && event.type === 'message.created') {
        fresh++;
      }
    }
    head.rev = Math.max(head.rev, rev);
    this.#advance(id, head);
    return fresh;
  }

  /** @param {string} id @param {Head} head */
  #advance(id, head) {
    for (let next; (next = head.ahead.get(head.rev + 1)); head.rev++) {
      if (next.event) {
        this.#tell(head, next.event);
      }
    }
    for (const rev of head.ahead.keys()) {
      if (rev <= head.rev) {
        head.ahead.delete(rev);
      }
    }
    if (head.ahead.size) {
      this.#await(id, head);
    } else {
      head.gap.stop();
    }
  }

  /** @param {Head} head @param {MessageEvent} event @returns {boolean} false: a later state of the message was told before */
  #tell(head, event) {
    const { rev, message } = event;
    const late = [...head.ahead].some(([other, { seq, event: waits }]) => !waits && seq === message.seq && other > rev);
    head.ahead.set(rev, { seq: message.seq });
    head.seq = Math.max(head.seq, message.seq);
    if (!late) {
      this.emit(event);
    }
    return !late;
  }

  /** @param {string} id @param {Head} head */
  #await(id, head) {
    head.gap.start(() => this.#heal(id), GAP_MS);
  }

  /** @param {string} id */
  #forget(id) {
    this.#heads.get(id)?.gap.stop();
    this.#heads.delete(id);
  }
}

/** @param {Message} message @param {number} last @returns {MessageEvent} the event that was missed */
function eventOf(message, last) {
  const { conversationId, seq, rev, sentAt, editedAt, deletedAt } = message;
  const type = /** @type {const} */ (`message.${deletedAt ? 'deleted' : seq > last ? 'created' : 'updated'}`);
  return { type, at: deletedAt ?? editedAt ?? sentAt, conversationId, rev, message, caughtUp: true };
}
