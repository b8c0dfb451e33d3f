/**
 * What the page remembers on this device: who was signed in, drafts, the conversation last opened, appearance.
 *
 * It lies in local storage, which is written before the call returns: a page that is killed loses no letter, the first paint
 * has its theme, and other tabs hear of each change. (Messages lie in IndexedDB: those that wait to be sent, and the last ones.)
 * Where local storage is refused, everything lasts as long as the page.
 *
 * @typedef {import('../store/state.js').Me} Me
 * @typedef {import('../store/types.js').Settings} Settings
 * @typedef {Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>} Area
 */

const PREFIX = 'chatty.';
const ME = 'chatty.signed-in';
const DRAFT = 'chatty.draft.';
const OPENED = 'chatty.opened.';
const THEME = 'chatty.theme';
const DENSITY = 'chatty.density';
/** Of the device, not of a person. */
const KEPT = new Set([THEME, DENSITY, 'chatty.list-width']);

/** @returns {Area} */
function memoryArea() {
  /** @type {Map<string, string>} */
  const values = new Map();
  return {
    getItem: key => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: key => void values.delete(key),
    key: index => [...values.keys()][index] ?? null,
    get length() {
      return values.size;
    },
  };
}

/** @param {() => Area} open reading `localStorage` throws where it is forbidden @returns {Area | null} */
function usable(open) {
  try {
    const area = open();
    area.setItem(`${PREFIX}probe`, '');
    area.removeItem(`${PREFIX}probe`);
    return area;
  } catch {
    return null;
  }
}

/** @param {string | null} text @returns {any} */
function parsed(text) {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

export class Disk {
  #area;

  /** @param {() => Area} [open] gives the storage area, or throws */
  constructor(open = () => globalThis.localStorage) {
    const area = usable(open);
    /** Whether anything outlives the page. */
    this.lasting = area !== null;
    this.#area = area ?? memoryArea();
    /** Called when something could not be kept. */
    this.onFull = () => {};
  }

  /** @returns {Me | null} who was signed in last */
  me() {
    const me = parsed(this.#area.getItem(ME));
    return typeof me?.id === 'string' ? me : null;
  }

  /** @param {Me} me */
  remember(me) {
    this.#write(ME, JSON.stringify(me));
  }

  /** @param {string} userId @returns {Record<string, string>} text by conversation id */
  drafts(userId) {
    const prefix = `${DRAFT}${userId}.`;
    return Object.fromEntries(
      this.#keys()
        .filter(key => key.startsWith(prefix))
        .map(key => [key.slice(prefix.length), this.#area.getItem(key) ?? '']),
    );
  }

  /** @param {string} userId @param {string} conversationId @param {string} text empty removes it */
  saveDraft(userId, conversationId, text) {
    this.#write(`${DRAFT}${userId}.${conversationId}`, text);
  }

  /** @param {string} userId @returns {string | null} conversation id */
  opened(userId) {
    return this.#area.getItem(OPENED + userId);
  }

  /** @param {string} userId @param {string | null} conversationId */
  saveOpened(userId, conversationId) {
    this.#write(OPENED + userId, conversationId ?? '');
  }

  /** @returns {Settings} */
  settings() {
    const theme = this.#area.getItem(THEME);
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
      density: this.#area.getItem(DENSITY) === 'compact' ? 'compact' : 'cosy',
    };
  }

  /** @param {Settings} settings */
  saveSettings({ theme, density }) {
    this.#write(THEME, theme === 'system' ? '' : theme);
    this.#write(DENSITY, density === 'cosy' ? '' : density);
  }

  /** A sign-out: nothing of any person stays. Theme and density are the device's and do. */
  wipe() {
    for (const key of this.#keys()) {
      if (key.startsWith(PREFIX) && !KEPT.has(key)) this.#area.removeItem(key);
    }
  }

  /**
   * What another tab changed, from a `storage` event.
   *
   * @param {string | null} key
   * @param {string | null} value
   * @param {string | undefined} userId who is signed in here
   * @returns {{ draft: { conversationId: string, text: string } } | { settings: Settings } | { left: true } | null} `left`: signed out there
   */
  change(key, value, userId) {
    if (key === THEME || key === DENSITY) return { settings: this.settings() };
    if (key === ME && value === null && userId) return { left: true };
    const prefix = `${DRAFT}${userId}.`;
    return userId && key?.startsWith(prefix) ? { draft: { conversationId: key.slice(prefix.length), text: value ?? '' } } : null;
  }

  #keys() {
    return Array.from({ length: this.#area.length }, (_, i) => this.#area.key(i)).filter(key => key !== null);
  }

  /** @param {string} key @param {string} value empty removes it */
  #write(key, value) {
    try {
      if (value === '') this.#area.removeItem(key);
      else this.#area.setItem(key, value);
    } catch {
      this.onFull(); // the page goes on with what it holds in memory
    }
  }
}
