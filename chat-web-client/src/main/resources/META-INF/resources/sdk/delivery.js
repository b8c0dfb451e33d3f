import { Backoff } from './backoff.js';

/**
 * @typedef {import('./item.js').Item} Item
 * @typedef {import('./problem.js').ChatProblem} ChatProblem
 * @typedef {import('./types.js').Message} Message
 * @typedef {import('./types.js').StoredEntry} StoredEntry
 * @typedef {{
 *   platform: import('./platform.js').Platform, ready: () => boolean, transmit: (entry: StoredEntry) => Promise<Message>,
 *   lane: (entry: StoredEntry) => string
 * }} Transport `ready`: connected and caught up; entries of one `lane` go one after the other
 * @typedef {{
 *   waiting: () => Item[], holds: (item: Item) => boolean, renew: (item: Item) => Promise<unknown>,
 *   settle: (message: Message) => void, fail: (item: Item, problem: ChatProblem) => void
 * }} Box
 */

/** Takes messages to the server: one per lane at a time, the same one again until its outcome is known. */
export class Delivery {
  #transport;
  #box;
  /** @type {Set<Item>} on their way, or about to be repeated */
  #busy = new Set();

  /** @param {Transport} transport @param {Box} box */
  constructor(transport, box) {
    this.#transport = transport;
    this.#box = box;
  }

  /** Connected again: what waits to be repeated goes now. */
  hurry() {
    this.#busy.forEach(item => item.wake());
    this.pump();
  }

  /** Starts the first message of each lane that is free. */
  pump() {
    const { ready, lane } = this.#transport;
    for (const item of ready() ? this.#box.waiting() : []) {
      const own = lane(item.entry);
      if (![...this.#busy].some(other => lane(other.entry) === own)) {
        this.#busy.add(item);
        this.#deliver(item).finally(() => {
          this.#busy.delete(item);
          this.pump();
        });
      }
    }
  }

  /** @param {Item} item */
  async #deliver(item) {
    const { platform, ready, transmit } = this.#transport;
    const box = this.#box;
    const backoff = new Backoff(platform.random);
    await box.renew(item);
    while (box.holds(item) && ready()) {
      try {
        box.settle({ ...(await transmit(item.entry)), clientMessageId: item.entry.clientMessageId }); // and holds it no more
      } catch (cause) {
        const problem = /** @type {ChatProblem} */ (cause);
        if (!box.holds(item) || problem.sessionOver) {
          return;
        }
        if (!problem.transient) {
          box.fail(item, problem);
          return;
        }
        await this.#pause(item, backoff.next(problem.retryAfterMs));
        await box.renew(item);
      }
    }
  }

  /** @param {Item} item @param {number} ms */
  #pause(item, ms) {
    return new Promise(resolve => {
      item.wake = () => resolve(undefined);
      this.#transport.platform.setTimeout(item.wake, ms);
    });
  }
}
