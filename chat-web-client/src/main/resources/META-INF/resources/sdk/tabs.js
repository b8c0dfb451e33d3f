const ROLL_CALL_MS = 250;
const LOOK_AGAIN_MS = 15_000;

/**
 * @typedef {import('./types.js').StoredEntry} StoredEntry
 * @typedef {{
 *   lease: () => { owner: string, until: number }, ofOthers: () => StoredEntry[], mirror: (entry: StoredEntry) => void,
 *   vanished: (id: string) => void, told: (data: any) => void
 * }} Shared
 */

/**
 * The clients of one account, tab by tab: what they tell each other, and who takes over from whom. The atomic update of the storage
 * decides, so no lock is needed; where tabs cannot talk, a message is taken over when its lease has run out.
 */
export class Tabs {
  #platform;
  #storage;
  #shared;
  #again;
  /** @type {import('./platform.js').Channel | undefined} */
  #channel;
  /** @type {Set<string> | undefined} */
  #present;
  #account = ''; // while open
  #sweeping = Promise.resolve();

  /**
   * @param {{ platform: import('./platform.js').Platform, storage: import('./types.js').Storage }} parts
   * @param {Shared} shared
   */
  constructor({ platform, storage }, shared) {
    this.#platform = platform;
    this.#storage = storage;
    this.#shared = shared;
    this.#again = platform.timer();
    this.id = platform.newId();
  }

  /** @param {string} account */
  open(account) {
    if (this.#account !== account) {
      this.close();
      this.#account = account;
      this.#channel = this.#platform.channel(`chatty-client:${account}`);
      if (this.#channel) {
        this.#channel.onmessage = event => this.#heard(event.data);
      }
    }
    return this.sweep();
  }

  /** Says goodbye: others may take over what this tab left. */
  close() {
    this.bye();
    this.#account = '';
    this.#again.stop();
    this.#channel?.close();
    this.#channel = undefined;
  }

  bye() {
    this.tell({ bye: this.id });
  }

  /** @param {object} data */
  tell(data) {
    this.#channel?.postMessage(data);
  }

  /** Reads the storage again, and takes over what the absent have left. */
  sweep() {
    return (this.#sweeping = this.#sweeping.then(() => this.#sweep()).catch(() => {})); // a storage that fails has nothing to take over
  }

  /** Looks again in a while, as long as others have something to send. */
  watch() {
    if (this.#account && this.#shared.ofOthers().some(({ state }) => state === 'pending')) {
      this.#again.start(() => this.sweep(), LOOK_AGAIN_MS);
    }
  }

  async #sweep() {
    const account = this.#account;
    if (!account) {
      return;
    }
    const before = this.#shared.ofOthers();
    const [entries, present] = await Promise.all([this.#storage.all(account), this.#rollCall()]);
    const stored = new Set(entries.map(({ clientMessageId }) => clientMessageId));
    before.forEach(({ clientMessageId }) => stored.has(clientMessageId) || this.#shared.vanished(clientMessageId));
    const elsewhere = new Set([this.id]);
    for (const entry of entries.sort((one, other) => one.at - other.at)) {
      const { owner, state } = entry;
      this.#shared.mirror(entry);
      const absent = present ? !present.has(owner) : entries.every(other => other.owner !== owner || other.until < this.#platform.now());
      if (state === 'pending' && absent && !elsewhere.has(owner) && !(await this.#claim(entry))) {
        elsewhere.add(owner); // all of them go to one tab, or their order would be lost
      }
    }
    this.watch();
  }

  /** @param {StoredEntry} entry @returns {Promise<boolean>} whether it is ours now */
  async #claim({ account, clientMessageId, owner }) {
    const claimed = await this.#storage.update(account, clientMessageId, held =>
      held?.owner === owner ? { ...held, ...this.#shared.lease() } : held,
    );
    if (claimed) {
      this.#shared.mirror(claimed);
    }
    return claimed?.owner === this.id;
  }

  /** @returns {Promise<Set<string> | undefined>} who answers; undefined where nobody can be asked */
  async #rollCall() {
    if (!this.#channel) {
      return undefined;
    }
    const present = (this.#present = new Set([this.id]));
    this.tell({ ask: this.id });
    await this.#platform.pause(ROLL_CALL_MS);
    return present;
  }

  /** @param {any} data */
  #heard(data) {
    if (data.ask) {
      this.tell({ here: this.id });
    } else if (data.here) {
      this.#present?.add(data.here);
    } else if (data.bye) {
      this.sweep();
    } else {
      this.#shared.told(data);
    }
  }
}
