import { ChatProblem } from './problem.js';

const BODY_BYTES = 60_000; // a frame has 64 KiB at most, its headers included

/**
 * @typedef {import('./types.js').Message} Message
 * @typedef {import('./types.js').StoredEntry} StoredEntry
 */

/** One message of the outbox: its entry, the copy in the storage, and the promise of its sender. */
export class Item {
  #storage;
  #emit;
  /** @type {Promise<unknown>} the last write */
  saved = Promise.resolve();
  /** Whether nobody else can have changed the copy: it was never used. */
  fresh = false;
  /** @type {Promise<Message>} */
  done = new Promise(() => {});
  /** Ends a pause before the next attempt. */
  wake = () => {};
  /** @type {(message: Message) => void} */
  resolve = () => {};
  /** @type {(problem: ChatProblem) => void} */
  reject = () => {};

  /**
   * @param {StoredEntry} entry
   * @param {{ storage: import('./types.js').Storage, emit: import('./types.js').Emit }} parts
   */
  constructor(entry, { storage, emit }) {
    this.entry = entry;
    this.#storage = storage;
    this.#emit = emit;
    this.promise();
  }

  /** A new promise for the sender. */
  promise() {
    this.done = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.done.catch(() => {}); // a caller that does not look is no error
  }

  /** @returns {import('./types.js').OutboxEntry} what handlers see */
  get shown() {
    const { account, owner, until, readSeq, problem, ...rest } = this.entry;
    return { ...rest, ...(problem && { problem: new ChatProblem(problem) }) };
  }

  /** Writes the entry, whatever stood there; a storage that fails costs the reload, not the message. */
  save() {
    const { entry } = this;
    if (entry.account) {
      this.saved = (this.#storage.put?.(entry) ?? this.#update(() => entry)).catch(cause => this.#unsaved(cause));
    }
  }

  /**
   * Before each attempt: waits for the copy, and begins the lease again.
   *
   * @param {{ owner: string, until: number }} lease
   * @returns {Promise<boolean>} false when the message left by another tab meanwhile
   */
  async renew(lease) {
    await this.saved;
    if (this.fresh) {
      this.fresh = false;
      return true;
    }
    try {
      const entry = await this.#update(held => held && { ...held, ...lease });
      this.entry = entry ?? this.entry;
      return entry !== undefined;
    } catch (cause) {
      this.#unsaved(cause);
      return true;
    }
  }

  async erase() {
    await this.saved;
    await this.#update(() => undefined).catch(() => {});
  }

  /** @param {(held: StoredEntry | undefined) => StoredEntry | undefined} change */
  #update(change) {
    return this.#storage.update(this.entry.account, this.entry.clientMessageId, change);
  }

  /** @param {unknown} cause */
  #unsaved(cause) {
    this.fresh = true;
    this.#emit({ type: 'storage.failed', problem: ChatProblem.local('storage-failed', String(cause)) });
  }
}

/**
 * What goes to the server; too much of it would end the connection instead of being refused.
 *
 * @param {StoredEntry} entry
 */
export function bodyOf({ clientMessageId, conversationId, to, text, replyTo, readSeq }) {
  const body = { conversationId, toUserId: to, clientMessageId, text, replyTo, readSeq };
  if (new TextEncoder().encode(JSON.stringify(body)).length > BODY_BYTES) {
    throw new ChatProblem({ code: 'payload-too-large', status: 413 });
  }
  return body;
}
