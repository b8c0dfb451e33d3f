/** @typedef {import('../store/types.js').View} View */
/** @typedef {import('../store/intents.js').Intents} Intents */

const CHAT = /^\/c\/([^/]+)\/?$/;

/** @param {string} path @returns {string | null} */
export function conversationOf(path) {
  const match = CHAT.exec(path);
  try {
    return match?.[1] === undefined ? null : decodeURIComponent(match[1]);
  } catch {
    return null;
  }
}

/** @param {string | null} id */
const pathOf = id => (id === null ? '/' : `/c/${encodeURIComponent(id)}`);

/**
 * Keeps the address and the open conversation the same: `/` and `/c/<conversation id>`. Opening one adds a step to
 * the history, so Back, the gesture of the system included, closes it.
 */
export class Router {
  /** @type {Intents} */
  #intents;
  /** @type {() => string | null} */
  #last;
  /** What the address asked for, until it is there. @type {string | null} */
  #wanted = conversationOf(location.pathname);
  /** @type {View['screen']} */
  #screen = 'starting';

  /**
   * @param {Intents} intents
   * @param {() => string | null} last the conversation that was open last
   */
  constructor(intents, last) {
    this.#intents = intents;
    this.#last = last;
    addEventListener('popstate', () => this.#go());
  }

  /** @param {View} view */
  show({ screen, chat }) {
    const before = this.#screen;
    this.#screen = screen;
    if (screen === 'app' && before !== 'app') {
      this.#begin();
    } else if (screen === 'auth' && before === 'app') {
      this.#wanted = null;
      history.replaceState(null, '', '/');
    } else if (screen === 'app') {
      this.#follow(chat?.id ?? null);
    }
  }

  /** Two panes have room for the conversation that was open last. */
  #begin() {
    const id = this.#wanted ?? (matchMedia('(min-width: 720px)').matches ? this.#last() : null);
    if (id) {
      this.#wanted = id;
      this.#intents.openConversation(id);
    }
  }

  /** @param {string | null} id */
  #follow(id) {
    if (id === null && this.#wanted !== null) {
      return;
    }
    this.#wanted = null;
    const shown = conversationOf(location.pathname);
    if (id === shown) {
      return;
    }
    if (id === null && history.state?.opened) {
      history.back();
    } else if (id !== null && shown === null) {
      history.pushState({ opened: true }, '', pathOf(id));
    } else {
      history.replaceState(history.state, '', pathOf(id));
    }
  }

  #go() {
    if (this.#screen !== 'app') {
      return;
    }
    const id = conversationOf(location.pathname);
    this.#wanted = id;
    if (id === null) {
      this.#intents.closeConversation();
    } else {
      this.#intents.openConversation(id);
    }
  }
}
