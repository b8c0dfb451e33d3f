const TICK_MS = 10_000;
const TICK_HIDDEN_MS = 60_000; // browsers let the timers of hidden pages run once a minute
const JUMP_MS = 30_000;
const ROUND_MS = 300_000;
const REST_MS = 30_000;

/**
 * @typedef {{
 *   platform: import('./platform.js').Platform, connection: import('./connection.js').Connection, round: () => Promise<void>,
 *   leave: (gone: boolean) => void
 * }} RoundParts `leave`: nobody looks at the page, or it is `gone`
 */

/**
 * Decides when to look whether anything was missed: when the network or the page comes back, when the clock jumped because the machine
 * slept, and every five minutes, give or take a fifth.
 */
export class Rounds {
  #parts;
  #tick;
  /** @type {(() => void)[]} */
  #offs = [];
  /** @type {Promise<void> | undefined} */
  #running;
  #last = 0;

  /** @param {RoundParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#tick = parts.platform.timer();
  }

  start() {
    const { platform, connection, leave } = this.#parts;
    const missed = () => this.wake(true);
    this.stop();
    this.#watchClock();
    const handlers = {
      online: missed,
      offline: () => connection.lost(),
      pageshow: missed,
      visibilitychange: () => (platform.hidden() ? leave(false) : this.wake(false)),
      pagehide: () => leave(true),
    };
    this.#offs = Object.entries(handlers).map(([type, handler]) => platform.listen(type, handler));
  }

  stop() {
    this.#tick.stop();
    this.#offs.forEach(off => off());
    this.#offs = [];
  }

  /** The connection has to prove that it is alive, or is tried at once. @param {boolean} missed whether events may have been missed */
  wake(missed) {
    const { platform, connection, round } = this.#parts;
    connection.wake();
    if (connection.live && (missed || platform.now() - this.#last > REST_MS)) {
      this.#running ??= round().finally(() => (this.#running = undefined));
    }
  }

  /** All is known as of now. */
  done() {
    this.#last = this.#parts.platform.now();
  }

  #watchClock() {
    const { platform } = this.#parts;
    const inAWhile = () => platform.now() + ROUND_MS * (0.8 + 0.4 * platform.random());
    let last = platform.now();
    let due = inAWhile();
    const tick = () => {
      const now = platform.now();
      const jumped = now - last > JUMP_MS + (platform.hidden() ? TICK_HIDDEN_MS : TICK_MS);
      last = now;
      if (jumped || now >= due) {
        due = inAWhile();
        this.wake(true);
      }
      this.#tick.start(tick, TICK_MS);
    };
    tick();
  }
}
