/** At most this many rows stand in the DOM. */
export const MOST_ROWS = 300;

const FIRST_ROWS = 100;
const STEP = 50;

/**
 * Which of the loaded rows stand in the DOM. Ends are remembered by key, because rows come in at both ends.
 * Without a last key the window follows the end.
 */
export class RowWindow {
  /** @type {string | null} */
  #first = null;
  /** @type {string | null} */
  #last = null;
  /** @type {ReadonlyArray<string>} */
  #keys = [];
  #from = 0;
  #to = 0;

  get from() {
    return this.#from;
  }

  /** Exclusive. */
  get to() {
    return this.#to;
  }

  get hasAbove() {
    return this.#from > 0;
  }

  get hasBelow() {
    return this.#to < this.#keys.length;
  }

  /**
   * New rows. A reader away from the end keeps the rows around: the window then stops following once it is full.
   *
   * @param {ReadonlyArray<string>} keys
   * @param {boolean} pinned
   */
  update(keys, pinned) {
    const before = this.#keys[this.#to - 1];
    this.#keys = keys;
    const last = this.#last === null ? -1 : keys.indexOf(this.#last);
    let to = last < 0 ? keys.length : last + 1;
    const first = this.#first === null ? -1 : keys.indexOf(this.#first);
    let from = first < 0 ? Math.max(0, to - FIRST_ROWS) : first;
    if (to - from > MOST_ROWS) {
      if (pinned || before === undefined) {
        from = to - MOST_ROWS;
      } else {
        to = Math.min(from + MOST_ROWS, Math.max(keys.indexOf(before) + 1, from + 1));
      }
    }
    this.#set(from, to);
  }

  /** Shows the newest rows and follows the end. */
  toEnd() {
    this.#set(Math.max(0, this.#keys.length - FIRST_ROWS), this.#keys.length);
  }

  /** @param {number} index of the row to show, with rows on both sides */
  around(index) {
    this.#set(Math.max(0, index - STEP), Math.min(this.#keys.length, index + FIRST_ROWS));
  }

  growUp() {
    const from = Math.max(0, this.#from - STEP);
    this.#set(from, Math.min(this.#to, from + MOST_ROWS));
  }

  growDown() {
    const to = Math.min(this.#keys.length, this.#to + STEP);
    this.#set(Math.max(this.#from, to - MOST_ROWS), to);
  }

  /** @param {number} from @param {number} to */
  #set(from, to) {
    this.#from = from;
    this.#to = to;
    this.#first = this.#keys[from] ?? null;
    this.#last = to < this.#keys.length ? (this.#keys[to - 1] ?? null) : null;
  }
}
