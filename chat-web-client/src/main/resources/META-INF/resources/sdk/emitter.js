import { onAbort } from './abort.js';

/**
 * @typedef {import('./types.js').Events} Events
 * @typedef {import('./types.js').AnyEvent} AnyEvent
 */

/** Tells handlers, each on its own: what one throws is reported and disturbs no other. */
export class Emitter {
  #report;
  /** @type {Set<{ type: string, handler: (event: any) => void }>} */
  #handlers = new Set();

  /** @param {(error: unknown) => void} report */
  constructor(report) {
    this.#report = report;
  }

  /**
   * @param {string} type or '*'
   * @param {(event: any) => void} handler
   * @param {{ signal?: AbortSignal }} [options]
   * @returns {() => void} takes the handler off
   */
  on(type, handler, { signal } = {}) {
    const one = { type, handler };
    const off = () => void this.#handlers.delete(one);
    this.#handlers.add(one);
    onAbort(signal, off);
    return off;
  }

  /** @param {AnyEvent} event */
  emit = event => {
    for (const { type, handler } of [...this.#handlers]) {
      try {
        if (type === '*' || type === event.type) {
          handler(event);
        }
      } catch (error) {
        this.#report(error);
      }
    }
  };
}
