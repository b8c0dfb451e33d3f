const TYPING_MS = 3000;
const WATCH_MS = 250;
const WATCHED = 200;

/**
 * @typedef {{ request(destination: string, body: unknown): Promise<unknown>, publish(destination: string, body: unknown): void }} Line
 * @typedef {{ platform: import('./platform.js').Platform, line: () => Line | undefined }} SignalParts `line` while connected
 */

/** Says that this person is writing, at most every three seconds; that the person stopped, at once. */
export class Typing {
  #platform;
  #line;
  /** @type {Map<string, number>} when it was last said */
  #said = new Map();

  /** @param {SignalParts} parts */
  constructor({ platform, line }) {
    this.#platform = platform;
    this.#line = line;
  }

  /** @param {string} conversationId @param {boolean} active */
  say(conversationId, active) {
    const line = this.#line();
    const now = this.#platform.now();
    const said = this.#said.get(conversationId) ?? 0;
    if (!line || (active ? now - said < TYPING_MS : !said)) {
      return;
    }
    this.#said.set(conversationId, active ? now : 0);
    line.publish('/app/typing', { conversationId, active });
  }

  /** A message went out: the next letter is said anew. @param {string} conversationId */
  forget(conversationId) {
    this.#said.delete(conversationId);
  }
}

/** Watches people, again after each reconnect. */
export class Watch {
  #next;
  #line;
  /** @type {string[]} */
  #userIds = [];

  /** @param {SignalParts} parts */
  constructor({ platform, line }) {
    this.#next = platform.timer();
    this.#line = line;
  }

  /** @param {string[]} userIds in place of those before */
  set(userIds) {
    const next = [...new Set(userIds)].slice(0, WATCHED);
    if (next.join() !== this.#userIds.join()) {
      this.#userIds = next;
      this.#soon(WATCH_MS);
    }
  }

  /** Connected again: the new session watches nobody. */
  renew() {
    if (this.#userIds.length) {
      this.#soon(0);
    }
  }

  clear() {
    this.#userIds = [];
    this.#next.stop();
  }

  /** @param {number} ms */
  #soon(ms) {
    this.#next.start(() => {
      this.#line()
        ?.request('/app/presence.watch', { userIds: this.#userIds })
        .catch(({ transient, retryAfterMs }) => {
          if (transient && this.#line()) {
            this.#soon(retryAfterMs ?? TYPING_MS);
          }
        });
    }, ms);
  }
}
