const FIRST_MS = 500;
const CAP_MS = 30_000;

/** Waits that grow: a random part ("full jitter") of 0.5 s, 1 s, 2 s ... 30 s, so that many clients do not return at once. */
export class Backoff {
  #random;
  #failures = 0;

  /** @param {() => number} random 0 to below 1 */
  constructor(random) {
    this.#random = random;
  }

  /**
   * @param {number} [atLeastMs] what the server asked for
   * @returns {number} how long to wait now, in ms
   */
  next(atLeastMs = 0) {
    const ceiling = Math.min(CAP_MS, FIRST_MS * 2 ** this.#failures++);
    return atLeastMs + Math.round(this.#random() * ceiling);
  }

  /** It worked: the next wait is a short one. */
  reset() {
    this.#failures = 0;
  }
}
