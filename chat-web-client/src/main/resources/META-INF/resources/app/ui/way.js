import { messagesOf } from './sections.js';

/** @typedef {import('../store/types.js').ChatView} ChatView */
/** @typedef {import('./scroll.js').ReadingPosition} ReadingPosition */

/** So long the message to which somebody was led stands out. */
const MARKED_MS = 1600;

/** Leads the reader to a message that was asked for, as soon as it is there. */
export class Way {
  #token = 0;
  /** @type {string | undefined} the row to go to with the next update */
  #key;

  /** Another conversation: what was asked for before is no wish of now. @param {ChatView} chat */
  start({ target }) {
    this.#token = target?.token ?? 0;
    this.#key = undefined;
  }

  /** @param {ChatView} chat @returns {string | undefined} the key of the row to go to */
  look({ target, items }) {
    const row = target && target.token !== this.#token ? messagesOf(items).find(({ seq }) => seq === target.seq) : undefined;
    if (target && row) {
      this.#token = target.token;
      this.#key = row.key;
    }
    return this.#key;
  }

  /** Its row is drawn: it comes into view, and has the focus. @param {Element} log @param {ReadingPosition | null} position */
  arrive(log, position) {
    const row = /** @type {HTMLElement | null} */ (this.#key ? log.querySelector(`[data-key="${CSS.escape(this.#key)}"]`) : null);
    this.#key = undefined;
    if (row) {
      position?.toQuarter(row);
      row.classList.add('found');
      setTimeout(() => row.classList.remove('found'), MARKED_MS);
      row.focus({ preventScroll: true });
    }
  }
}

/**
 * What was left out on the way is loaded when it comes near, from the side from which the reader comes.
 *
 * @param {Element} log
 * @param {ReadingPosition} position
 * @param {(beforeSeq: number, fromAbove: boolean) => void} load
 */
export function fillGaps(log, position, load) {
  for (const gap of log.querySelectorAll('.gap-row.open')) {
    const side = position.sideOf(gap);
    if (side) {
      load(Number(/** @type {HTMLElement} */ (gap).dataset.before), side > 0);
    }
  }
}
