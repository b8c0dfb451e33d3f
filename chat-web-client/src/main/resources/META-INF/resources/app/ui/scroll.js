/** This close to its end, in pixels, the log counts as being there. */
const NEAR_END = 64;

/** Rows are added when fewer than this many screens are left. */
const SCREENS_AHEAD = 1.5;

/** Rows whose place is remembered: one of them is still there after any change. */
const ANCHORS = 8;

/**
 * Where a scrolled list stands, and how it stays there: at its end, or at the row that is read.
 * The browser's own anchoring is off, because it does not exist everywhere and knows nothing of the end.
 */
export class ReadingPosition {
  /** @type {HTMLElement} */
  #view;
  /** @type {Array<{ key: string, top: number }>} */
  #anchors = [];
  #height = 0;
  #content = 0;

  /** @param {HTMLElement} view the scrolling element */
  constructor(view) {
    this.#view = view;
  }

  get nearTop() {
    return this.#view.scrollTop < SCREENS_AHEAD * this.#view.clientHeight;
  }

  get nearBottom() {
    return this.#toEnd < SCREENS_AHEAD * this.#view.clientHeight;
  }

  get atEnd() {
    return this.#toEnd <= NEAR_END;
  }

  /** Whether the view or its content got another size since the last time, so that a scroll was not the reader's. */
  get resized() {
    return this.#height !== this.#view.clientHeight || this.#content !== this.#view.scrollHeight;
  }

  get #toEnd() {
    return this.#view.scrollHeight - this.#view.scrollTop - this.#view.clientHeight;
  }

  /** Remembers what is being read. */
  keep() {
    const top = this.#view.getBoundingClientRect().top;
    this.#anchors = [];
    for (const row of this.#rowsBelow(top)) {
      this.#anchors.push({ key: row.dataset.key ?? '', top: row.getBoundingClientRect().top - top });
      if (this.#anchors.length === ANCHORS) {
        break;
      }
    }
    this.#measured();
  }

  /** Brings back what was remembered, to the pixel. */
  restore() {
    const top = this.#view.getBoundingClientRect().top;
    for (const anchor of this.#anchors) {
      const row = this.#view.querySelector(`[data-key="${CSS.escape(anchor.key)}"]`);
      if (row) {
        const moved = row.getBoundingClientRect().top - top - anchor.top;
        if (Math.abs(moved) >= 0.5) {
          this.#view.scrollTop += moved;
        }
        break;
      }
    }
    this.#measured();
  }

  toEnd() {
    this.#view.scrollTop = this.#view.scrollHeight;
    this.#measured();
  }

  /** @param {Element} element is put a quarter down the view */
  toQuarter(element) {
    const top = this.#view.getBoundingClientRect().top;
    this.#view.scrollTop += element.getBoundingClientRect().top - top - this.#view.clientHeight / 4;
    this.keep();
  }

  /** @param {Element} element @returns {boolean} whether it is in view */
  shows(element) {
    const view = this.#view.getBoundingClientRect();
    const { top, bottom } = element.getBoundingClientRect();
    return top >= view.top && bottom <= view.bottom;
  }

  /** @param {Element} element @returns {number} below the reader 1, above -1; 0: too far away to matter */
  sideOf(element) {
    const view = this.#view.getBoundingClientRect();
    const way = element.getBoundingClientRect().top - (view.top + view.bottom) / 2;
    return Math.abs(way) < (SCREENS_AHEAD + 0.5) * view.height ? Math.sign(way) || 1 : 0;
  }

  /** @param {number} screens how far, negative is up */
  page(screens) {
    this.#view.scrollTop += screens * this.#view.clientHeight;
  }

  /** Days above the view are skipped as a whole. @param {number} top */
  *#rowsBelow(top) {
    for (const day of this.#view.querySelectorAll('.day')) {
      if (day.getBoundingClientRect().bottom > top) {
        for (const row of day.querySelectorAll('.message')) {
          if (row.getBoundingClientRect().bottom > top) {
            yield /** @type {HTMLElement} */ (row);
          }
        }
      }
    }
  }

  #measured() {
    this.#height = this.#view.clientHeight;
    this.#content = this.#view.scrollHeight;
  }
}
