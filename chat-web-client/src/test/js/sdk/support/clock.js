/** Time that moves only when a test says so; between two timers everything that was promised happens. */
export class Clock {
  #timers = new Map();
  #ids = 0;
  #now = Date.parse('2026-11-22T14:00:00Z');

  now = () => this.#now;

  setTimeout = (run, ms) => {
    const id = ++this.#ids;
    this.#timers.set(id, { at: this.#now + Math.max(0, ms), id, run });
    return id;
  };

  clearTimeout = id => {
    this.#timers.delete(id);
  };

  /** Lets what is already due happen, and moves on. */
  async advance(ms) {
    const end = this.#now + ms;
    await settled();
    for (let next = this.#next(end); next; next = this.#next(end)) {
      await this.#fire(next);
    }
    this.#now = end;
    await settled();
  }

  /** Moves on until something is true; fails after a time that is long for a machine. */
  async until(condition, patienceMs = 600_000) {
    const end = this.#now + patienceMs;
    await settled();
    while (!condition()) {
      const next = this.#next(end);
      if (!next) {
        throw new Error(`still not true after ${patienceMs} ms: ${condition}`);
      }
      await this.#fire(next);
    }
  }

  /** The machine sleeps: time passes and nothing runs. */
  sleep(ms) {
    this.#now += ms;
  }

  async #fire({ id, at, run }) {
    this.#timers.delete(id);
    this.#now = Math.max(this.#now, at);
    run();
    await settled();
  }

  #next(end) {
    let first;
    for (const timer of this.#timers.values()) {
      if (timer.at <= end && (!first || timer.at < first.at)) {
        first = timer;
      }
    }
    return first;
  }
}

/** Everything that waits for promises only has happened. */
export function settled() {
  return new Promise(resolve => setImmediate(resolve));
}

/** Numbers that look random and are the same in each run (mulberry32). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
