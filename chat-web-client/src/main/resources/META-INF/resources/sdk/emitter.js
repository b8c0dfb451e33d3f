/**
 * @typedef {import('./types.js').Events} Events
 * @typedef {import('./types.js').AnyEvent} AnyEvent
 */

/** Tells handlers, each on its own: what one throws is reported and disturbs no other. */
export class Emitter {
  /** @type {Map<string, Set<(event: any) => void>>} */
  #handlers = new Map();

  /** @param {(error: unknown) => void} report */
  constructor(report) {
    this.report = report;
  }

  /**
   * @param {string} type or '*'
   * @param {(event: any) => void} handler
   * @param {{ signal?: AbortSignal }} [options]
   * @returns {() => void} takes the handler off
   */
  on(type, handler, { signal } = {}) {
    const own = (/** @type {AnyEvent} */ event) => handler(event);
    const all = this.#handlers.get(type) ?? new Set();
    this.#handlers.set(type, all.add(own));
    const off = () => void all.delete(own);
    signal?.addEventListener('abort', off, { once: true });
    return off;
  }

  /** @param {AnyEvent} event */
  emit(event) {
    for (const type of [event.type, '*']) {
      for (const handler of [...(this.#handlers.get(type) ?? [])]) {
        try {
          handler(event);
        } catch (error) {
          this.report(error);
        }
      }
    }
  }
}
