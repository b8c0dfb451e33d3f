import { onAbort } from './abort.js';
import { Delivery } from './delivery.js';
import { Item } from './item.js';
import { ChatProblem } from './problem.js';
import { Tabs } from './tabs.js';

const LEASE_MS = 60_000; // longer than the longest wait between two attempts

/**
 * @typedef {import('./types.js').Message} Message
 * @typedef {import('./types.js').OutboxEntry} OutboxEntry
 * @typedef {import('./types.js').StoredEntry} StoredEntry
 * @typedef {{ state: 'sent' | 'discarded', message?: Message }} End
 * @typedef {import('./delivery.js').Transport & {
 *   storage: import('./types.js').Storage, emit: import('./types.js').Emit, onTold: (data: any) => void
 * }} OutboxParts
 */

/** Messages that the server has not stored yet, shared by the tabs of an account: each is in the storage before it goes. */
export class Outbox {
  #parts;
  #delivery;
  /** @type {Map<string, Item>} */
  #items = new Map();
  /** @type {Set<string>} sent or discarded; a late reading of the storage must not bring them back */
  #gone = new Set();
  #account = '';
  #lastAt = 0;

  /** @param {OutboxParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.tabs = new Tabs(parts, this);
    this.#delivery = new Delivery(parts, this);
  }

  /** @returns {OutboxEntry[]} */
  get list() {
    return this.#sorted().map(item => item.shown);
  }

  /** Loads what an account left here, and takes over what nobody else sends. @param {string} account */
  open(account) {
    if (account !== this.#account) {
      this.#drop(item => item.entry.account);
      this.#account = account;
      for (const item of this.#items.values()) {
        item.entry = { ...item.entry, account };
        item.save();
      }
    }
    return this.tabs.open(account);
  }

  /** Forgets everything of this account, on disk as well. */
  wipe() {
    this.#drop(() => true);
    return this.#parts.storage.clear(this.#account).catch(() => {});
  }

  /** @param {import('./types.js').Draft} draft @returns {import('./types.js').Sent} */
  send({ to, conversationId, text, replyTo, readSeq, signal }) {
    const id = this.#parts.platform.newId();
    const item = this.#add({
      account: this.#account,
      clientMessageId: id,
      conversationId,
      to: conversationId ? undefined : to,
      text,
      replyTo,
      readSeq,
      ...this.#pending(),
    });
    item.fresh = true;
    this.#changed(item);
    onAbort(signal, () => this.discard(id));
    return { clientMessageId: id, done: item.done };
  }

  /** @param {string} id @returns {import('./types.js').Sent} */
  retry(id) {
    const item = this.#items.get(id);
    if (!item) {
      throw ChatProblem.local('discarded');
    }
    if (item.entry.state === 'failed') {
      const { problem, ...entry } = item.entry;
      item.promise();
      item.entry = { ...entry, ...this.#pending() };
      this.#changed(item);
    }
    item.wake();
    return { clientMessageId: id, done: item.done };
  }

  /** @param {string} id @returns {Promise<boolean>} whether it was still here */
  discard(id) {
    return this.#remove(id, { state: 'discarded' });
  }

  /** A message of this person that the server has stored, from whatever source. @param {Message} message */
  settle(message) {
    this.#remove(message.clientMessageId ?? '', { state: 'sent', message });
  }

  /** Sends what waits, in order: connected again. */
  flush() {
    this.#delivery.hurry();
    this.tabs.watch();
  }

  /** @param {Item} item @param {ChatProblem} problem */
  fail(item, problem) {
    item.entry = { ...item.entry, state: 'failed', problem: problem.body };
    this.#changed(item);
    item.reject(problem);
  }

  /** @param {string} id @param {End} end @param {boolean} [told] by another tab */
  async #remove(id, end, told = false) {
    const item = this.#items.get(id);
    if (told || item) {
      this.#gone.add(id);
    }
    if (!item) {
      return false;
    }
    this.#items.delete(id);
    this.#show(item, end);
    if (end.message) {
      item.resolve(end.message);
    } else {
      item.reject(ChatProblem.local('discarded'));
    }
    item.wake();
    if (!told) {
      this.tabs.tell({ gone: id, end });
      await item.erase();
    }
    return true;
  }

  /** By this tab. @param {Item} item */
  #changed(item) {
    item.save();
    this.#show(item);
    const { entry } = item;
    item.saved.then(() => item.entry === entry && this.tabs.tell({ put: entry })); // what is told can be found in the storage
    this.#delivery.pump();
  }

  /** @param {Item} item @param {End} [end] */
  #show(item, end) {
    this.#parts.emit({ type: 'outbox.changed', entry: { ...item.shown, ...end } });
  }

  /** @param {any} data from another tab of this account */
  told({ put, gone, end, ...other }) {
    if (put) {
      this.mirror(put);
      this.tabs.watch();
    } else if (gone) {
      this.#remove(gone, end, true);
    } else {
      this.#parts.onTold(other);
    }
  }

  /** @param {StoredEntry} entry as another tab or the storage has it */
  mirror(entry) {
    const held = this.#items.get(entry.clientMessageId);
    if (this.#gone.has(entry.clientMessageId) || (held && this.#isMine(held.entry) && this.#isMine(entry))) {
      return;
    }
    const told = held && held.entry.state === entry.state && held.entry.at === entry.at;
    const item = held ?? this.#add(entry);
    item.entry = entry;
    this.#lastAt = Math.max(this.#lastAt, entry.at);
    if (!told) {
      this.#show(item);
    }
    this.#delivery.pump();
  }

  /** @param {StoredEntry} entry @returns {Item} */
  #add(entry) {
    const item = new Item(entry, this.#parts);
    this.#items.set(entry.clientMessageId, item);
    return item;
  }

  /** @returns {Item[]} what this tab is to send, in order */
  waiting() {
    return this.#sorted().filter(({ entry }) => entry.state === 'pending' && this.#isMine(entry));
  }

  /** Whether this tab is still to send it. @param {Item} item */
  holds(item) {
    return this.#items.get(item.entry.clientMessageId) === item && this.#isMine(item.entry);
  }

  /** @param {Item} item */
  async renew(item) {
    if (!(await item.renew(this.lease()))) {
      this.vanished(item.entry.clientMessageId);
    }
  }

  /** @returns {StoredEntry[]} */
  ofOthers() {
    return this.#sorted().flatMap(({ entry }) => (this.#isMine(entry) ? [] : entry));
  }

  /** It is in the storage no more. @param {string} id */
  vanished(id) {
    this.#remove(id, { state: 'discarded' }, true);
  }

  /** @param {(item: Item) => unknown} which */
  #drop(which) {
    for (const [id, item] of this.#items) {
      if (which(item)) {
        this.#items.delete(id);
        item.reject(ChatProblem.local('signed-out'));
        item.wake();
      }
    }
  }

  /** @param {StoredEntry} entry */
  #isMine(entry) {
    return entry.owner === this.tabs.id;
  }

  /** @returns {{ owner: string, until: number }} */
  lease() {
    return { owner: this.tabs.id, until: this.#parts.platform.now() + LEASE_MS };
  }

  /** To be sent by this tab, as the last. */
  #pending() {
    this.#lastAt = Math.max(this.#lastAt + 1, this.#parts.platform.now());
    return { ...this.lease(), at: this.#lastAt, state: /** @type {const} */ ('pending') };
  }

  #sorted() {
    return [...this.#items.values()].sort(({ entry: one }, { entry: other }) => one.at - other.at);
  }
}
