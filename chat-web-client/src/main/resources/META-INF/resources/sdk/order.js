const GAP_MS = 300;
const RECENT = 100;

/**
 * @typedef {import('./types.js').MessageEvent} MessageEvent
 * @typedef {import('./types.js').Message} Message
 * @typedef {{ rev: number, seq: number }} Point how far a conversation is whole: every change up to `rev`, every message up to `seq`
 * @typedef {Point & { told: Set<number>, recent: Map<number, Message>, early: Map<number, MessageEvent>, gap: import('./platform.js').Timer }} Head
 */

/**
 * Decides what is told and when: each change of a conversation once, in the order of `rev`. What comes early waits for what is
 * missing, 300 ms, and then asks for it.
 */
export class Order {
  /** @type {Map<string, Head>} */
  #heads = new Map();

  /**
   * @param {{
   *   platform: import('./platform.js').Platform, emit: (event: MessageEvent) => void, heal: (conversationId: string) => void
   * }} parts
   */
  constructor({ platform, emit, heal }) {
    this.platform = platform;
    this.emit = emit;
    this.heal = heal;
  }

  get size() {
    return this.#heads.size;
  }

  /** @param {string} id @returns {Point | undefined} */
  point(id) {
    return this.#heads.get(id);
  }

  /** @param {string} id @returns {Message[]} the last that were told */
  recent(id) {
    return [...(this.#heads.get(id)?.recent.values() ?? [])];
  }

  /**
   * Starts a conversation at a point: what came before is known or will be fetched as history.
   *
   * @param {string} id
   * @param {Point} point
   */
  start(id, { rev, seq }) {
    this.#forget(id);
    this.#heads.set(id, { rev, seq, told: new Set(), recent: new Map(), early: new Map(), gap: this.platform.timer() });
  }

  /** Forgets everything; what waited is forgotten as well. */
  clear() {
    [...this.#heads.keys()].forEach(id => this.#forget(id));
  }

  /** A pushed change of a conversation that is known. @param {MessageEvent} event */
  take(event) {
    const head = this.#heads.get(event.conversationId);
    if (head && event.rev > head.rev && !head.told.has(event.rev)) {
      head.early.set(event.rev, event);
      this.#advance(event.conversationId, head);
    }
  }

  /** The server has told of a change that should have been pushed as well. @param {string} id @param {number} rev */
  expect(id, rev) {
    const head = this.#heads.get(id);
    if (head && rev > head.rev && !head.told.has(rev)) {
      this.#await(id, head);
    }
  }

  /**
   * Changes that were fetched, the oldest first.
   *
   * @param {string} id
   * @param {Message[]} messages
   * @param {number} [rev] everything up to here is among what was fetched so far; absent while more is to come
   * @returns {number} how many were new
   */
  fill(id, messages, rev) {
    const head = this.#heads.get(id);
    if (!head) {
      return 0;
    }
    const fresh = messages.filter(message => message.rev > head.rev && !head.told.has(message.rev));
    for (const message of fresh) {
      this.#tell(head, eventOf(message));
    }
    head.rev = Math.max(head.rev, rev ?? 0);
    this.#advance(id, head);
    return fresh.length;
  }

  /** @param {string} id @param {Head} head */
  #advance(id, head) {
    for (;;) {
      const next = head.early.get(head.rev + 1);
      if (next) {
        this.#tell(head, next);
      }
      if (!head.told.delete(head.rev + 1)) {
        break;
      }
      head.rev++;
    }
    for (const rev of [...head.early.keys(), ...head.told]) {
      if (rev <= head.rev) {
        head.early.delete(rev);
        head.told.delete(rev);
      }
    }
    if (head.early.size || head.told.size) {
      this.#await(id, head);
    } else {
      head.gap.stop();
    }
  }

  /** @param {Head} head @param {MessageEvent} event */
  #tell(head, event) {
    head.told.add(event.rev);
    head.early.delete(event.rev);
    head.seq = Math.max(head.seq, event.message.seq);
    head.recent.set(event.message.seq, event.message);
    if (head.recent.size > RECENT) {
      head.recent.delete([...head.recent.keys()][0] ?? 0);
    }
    this.emit(event);
  }

  /** @param {string} id @param {Head} head */
  #await(id, head) {
    head.gap.start(() => this.heal(id), GAP_MS);
  }

  /** @param {string} id */
  #forget(id) {
    this.#heads.get(id)?.gap.stop();
    this.#heads.delete(id);
  }
}

/** @param {Message} message @returns {MessageEvent} the event that was missed */
function eventOf(message) {
  const { conversationId, rev, sentAt, editedAt, deletedAt } = message;
  const type = /** @type {const} */ (`message.${deletedAt ? 'deleted' : editedAt ? 'updated' : 'created'}`);
  return { type, at: deletedAt ?? editedAt ?? sentAt, conversationId, rev, message, caughtUp: true };
}
