import { shortcutOf } from './keys.js';

/** @typedef {import('./app.js').CxApp} CxApp */

/** What keys do anywhere on the page. */
export class Navigator {
  /** @type {CxApp} */
  #app;

  /** @param {CxApp} app */
  constructor(app) {
    this.#app = app;
  }

  /** @param {KeyboardEvent} event */
  keydown(event) {
    if (event.defaultPrevented || event.isComposing || this.#app.view?.screen !== 'app' || document.querySelector('dialog[open]')) {
      return;
    }
    const name = shortcutOf(event);
    const action = name === undefined ? undefined : this.#actions[name];
    if (action) {
      event.preventDefault();
      action();
    }
  }

  focusComposer() {
    return this.#app.composer?.focusField() ?? false;
  }

  focusLog() {
    const log = this.#app.log;
    if (log && !log.focusRow()) {
      /** @type {HTMLElement | null} */ (log.querySelector('.log'))?.focus();
    }
    return log !== null;
  }

  /** @type {Record<string, () => void>} */
  #actions = {
    find: () => this.#app.intents.findPeople(''),
    previous: () => this.#step(-1, false),
    next: () => this.#step(1, false),
    previousUnread: () => this.#step(-1, true),
    nextUnread: () => this.#step(1, true),
    jump: () => this.#app.log?.jump(),
    nextPane: () => this.#cycle(1),
    previousPane: () => this.#cycle(-1),
    read: () => this.#app.intents.markRead(),
    escape: () => this.#escape(),
    pageUp: () => this.#app.log?.page(-0.9),
    pageDown: () => this.#app.log?.page(0.9),
    settings: () => this.#app.open('settings'),
    help: () => this.#app.open('shortcuts'),
  };

  /** @param {1 | -1} way @param {boolean} unread only rows with something new */
  #step(way, unread) {
    const rows = this.#app.view?.list.rows ?? [];
    const at = rows.findIndex(({ selected }) => selected);
    const after = way > 0 ? rows.slice(at + 1) : rows.slice(0, Math.max(0, at)).reverse();
    const row = after.find(candidate => !unread || candidate.unread > 0);
    if (row) {
      this.#app.intents.openConversation(row.id);
    }
  }

  /** @param {1 | -1} way */
  #cycle(way) {
    const panes = [
      { holds: '.strip', focus: () => this.#focus('.strip button') },
      { holds: '.pane-list', focus: () => (this.#app.sidebar?.focusRow() || this.#focus('.pane-list .find')) },
      { holds: 'cx-log', focus: () => this.focusLog() },
      { holds: 'cx-composer', focus: () => this.focusComposer() },
    ];
    const here = panes.findIndex(({ holds }) => document.activeElement?.closest(holds));
    const start = here < 0 && way < 0 ? 0 : here;
    for (let step = 1; step <= panes.length; step++) {
      const pane = panes[(start + way * step + 2 * panes.length) % panes.length];
      if (pane?.focus()) {
        return;
      }
    }
  }

  /** @param {string} selector @returns {boolean} whether it is there and took the focus */
  #focus(selector) {
    const element = /** @type {HTMLElement | null} */ (this.#app.querySelector(selector));
    element?.focus();
    return element !== null && document.activeElement === element;
  }

  /** Neither edit nor reply; to the field; from the field to the end. */
  #escape() {
    if (this.#app.view?.chat?.composer.context) {
      this.#app.intents.cancelContext();
      this.focusComposer();
    } else if (document.activeElement?.id !== 'composer') {
      this.focusComposer();
    } else if (this.#app.view?.chat && !this.#app.view.chat.pinned) {
      this.#app.intents.jumpToEnd();
    }
  }
}
