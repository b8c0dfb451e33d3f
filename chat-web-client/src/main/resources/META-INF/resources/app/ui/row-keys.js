import { onLongPress } from './long-press.js';
import { MessageActions } from './message-menu.js';
import { FAVOURITE } from './reactions.js';
import { RowBar } from './row-bar.js';
import { copy } from './text.js';

/** @typedef {import('./log.js').CxLog} CxLog */

/** One tab stop for all rows of a log; arrows, Home and End move between them, Enter opens the actions of a row. */
export class RowKeys {
  /** @type {CxLog} */
  #log;
  /** @type {HTMLElement | null} the row that has the tab stop */
  #stop = null;
  #visited = false;
  /** @type {MessageActions} */
  #actions;

  /** @param {CxLog} log */
  constructor(log) {
    this.#log = log;
    this.#actions = new MessageActions(log);
    new RowBar(log, this.#actions);
    onLongPress(log, target => this.#pressed(target));
    log.addEventListener('dblclick', event => this.#favourite(event));
    log.addEventListener('focusin', event => this.#focused(event));
    log.addEventListener('contextmenu', event => this.#contextMenu(event));
  }

  /** Another conversation: the tab stop is its newest row. */
  reset() {
    this.#visited = false;
  }

  /** After rows came or went. */
  update() {
    const rows = this.#rows();
    if (!this.#visited || !this.#stop || !this.#log.contains(this.#stop)) {
      this.#give(rows.at(-1) ?? null);
    }
  }

  /** @returns {boolean} whether there is a row */
  focus() {
    this.#stop?.focus({ preventScroll: this.#isShown(this.#stop) });
    return this.#stop !== null;
  }

  /** @param {KeyboardEvent} event */
  keydown(event) {
    const row = /** @type {HTMLElement} */ (event.target);
    if (!row.matches('.message') || event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && event.key !== '+')) {
      return;
    }
    const rows = this.#rows();
    const at = rows.indexOf(row);
    const action = {
      ArrowUp: () => rows[at - 1]?.focus(),
      ArrowDown: () => rows[at + 1]?.focus(),
      Home: () => rows[0]?.focus(),
      End: () => this.#end(),
      Enter: () => this.#actions.menu(row),
      Delete: () => this.#actions.remove(row),
      '+': () => this.#actions.react(row),
      c: () => copy(textOf(row)),
      e: () => this.#actions.edit(row),
      r: () => this.#actions.reply(row),
    }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  }

  #end() {
    this.#log.intents.jumpToEnd();
    this.#visited = false;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      this.update();
      this.focus();
    }));
  }

  /** @param {FocusEvent} event */
  #focused(event) {
    const row = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('.message'));
    if (row) {
      this.#visited = row !== this.#rows().at(-1);
      this.#give(row);
    }
  }

  /** @param {MouseEvent} event */
  #contextMenu(event) {
    const target = /** @type {Element} */ (event.target);
    const row = /** @type {HTMLElement | null} */ (target.closest('.message'));
    if (!row || target.closest('a') || String(getSelection()) !== '') {
      return;
    }
    event.preventDefault();
    this.#actions.menu(row);
  }

  /** @param {Element} target */
  #pressed(target) {
    const row = /** @type {HTMLElement | null} */ (target.closest('.message'));
    if (row && !target.closest('a, button')) {
      this.#actions.menu(row);
    }
  }

  /** @param {MouseEvent} event */
  #favourite(event) {
    const target = /** @type {Element} */ (event.target);
    const row = /** @type {HTMLElement | null} */ (target.closest('.message'));
    if (row && target.closest('.bubble') && !target.closest('a, button, .code')) {
      getSelection()?.removeAllRanges();
      this.#actions.reactWith(row, FAVOURITE);
    }
  }

  /** @param {HTMLElement | null} row */
  #give(row) {
    if (this.#stop !== row) {
      this.#stop?.setAttribute('tabindex', '-1');
      row?.setAttribute('tabindex', '0');
      this.#stop = row;
    }
  }

  /** @param {HTMLElement} row */
  #isShown(row) {
    const box = row.getBoundingClientRect();
    const view = this.#log.getBoundingClientRect();
    return box.top >= view.top && box.bottom <= view.bottom;
  }

  /** @returns {HTMLElement[]} */
  #rows() {
    return [...this.#log.querySelectorAll('.message')].map(row => /** @type {HTMLElement} */ (row));
  }
}

/** @param {HTMLElement} row */
function textOf(row) {
  const body = /** @type {HTMLElement} */ (row.querySelector('.text')?.cloneNode(true));
  body.querySelectorAll('.meta, button').forEach(part => part.remove());
  return body.textContent ?? '';
}
