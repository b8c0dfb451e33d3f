import { html, nothing } from 'lit';
import { t } from '../i18n/t.js';
import { CxElement, define } from './element.js';
import { icon } from './icons.js';
import { RowKeys } from './row-keys.js';
import { RowWindow } from './row-window.js';
import { dayList } from './rows.js';
import { ReadingPosition } from './scroll.js';
import { dividerIndex, messagesOf, sections } from './sections.js';
import { SeenRows } from './seen-rows.js';

/** @typedef {import('../store/types.js').ChatView} ChatView */
/** @typedef {import('../store/intents.js').Intents} Intents */

/**
 * The messages of one conversation. It stays at the end, or at the row that is being read, whatever comes in at
 * either end; it asks for older messages before the reader arrives there, and keeps a bounded number of rows.
 *
 * Each day has a list of its own: a list that is itself the log has lost the role that makes its rows list items.
 */
export class CxLog extends CxElement {
  /** @override */
  static properties = { chat: { attribute: false }, intents: { attribute: false } };

  #window = new RowWindow();
  /** @type {ReadingPosition | null} */
  #position = null;
  #seen = new SeenRows((seq, visible) => this.intents.rowSeen(seq, visible));
  #keys = new RowKeys(this);
  /** @type {ResizeObserver | null} */
  #sizes = null;
  #id = '';
  #placed = false;
  #touched = false;
  #pinned = true;
  /** The end has to be shown with the next settling, whether or not anything changed its size. */
  #ending = false;
  #pinToken = 0;
  #hadDivider = false;
  /** @type {Set<string>} */
  #fresh = new Set();
  /** @type {string | undefined} */
  #newest;

  constructor() {
    super();
    /** @type {ChatView} */
    this.chat;
    /** @type {Intents} */
    this.intents;
  }

  /** Moves the focus to the row that had it last, else to the newest. @returns {boolean} whether there is one */
  focusRow() {
    return this.#keys.focus();
  }

  /** @param {number} screens how far to scroll, negative is up */
  page(screens) {
    this.#position?.page(screens);
  }

  /** To the first unread row if there is one out of view, else to the end. */
  jump() {
    const divider = this.querySelector('#unread');
    const before = dividerIndex(this.chat.items);
    if (before >= 0 && !(divider && this.#position?.shows(divider))) {
      this.#placed = false;
      this.#window.around(before);
      this.requestUpdate();
    } else {
      this.intents.jumpToEnd();
    }
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#sizes?.disconnect();
    this.#seen.stop();
  }

  /** @override @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('chat')) {
      this.#keep();
      return;
    }
    if (this.chat.id !== this.#id) {
      this.#open();
    }
    const keys = messagesOf(this.chat.items).map(row => row.key);
    const newest = keys.at(-1);
    const unread = dividerIndex(this.chat.items);
    const divider = unread >= 0;
    if (divider && !this.#hadDivider && !this.#touched) {
      this.#placed = false;
    }
    this.#hadDivider = divider;
    this.#keep();
    if (this.chat.pinToken !== this.#pinToken) {
      this.#pinToken = this.chat.pinToken;
      this.#pinned = true;
      this.#ending = true;
      this.#window.update(keys, true);
      this.#window.toEnd();
    } else {
      this.#window.update(keys, this.#pinned);
    }
    if (!this.#placed && divider) {
      this.#window.around(unread);
    } else if (!this.#placed) {
      this.#window.toEnd();
    } else if (this.#pinned && newest !== undefined && newest !== this.#newest) {
      this.#arrived(keys);
    }
    this.#newest = newest;
  }

  /** @override */
  render() {
    const { chat, intents } = this;
    const days = sections(chat.items, this.#window.from, this.#window.to);
    return html`<div class="log" id="messages" role="log" aria-live="off" aria-label=${t('chat.messages', { name: chat.person.name })}
        tabindex=${days.length > 0 ? -1 : 0} @scroll=${this.#scrolled} @wheel=${this.#touch} @touchmove=${this.#touch} @keydown=${this.#keydown}>
      <div class="log-column column">
        <div class="log-top">${chat.older === 'error'
          ? html`<span>${t('chat.older.error')} <button class="link" type="button" @click=${() => intents.loadOlder(chat.id)}>${t('chat.tryAgain')}</button></span>`
          : chat.older === 'loading' ? t('chat.loading') : nothing}</div>
        ${dayList(days, { conversationId: chat.id, intents, fresh: this.#fresh })}
      </div>
    </div>
    ${chat.jump ? html`<button class="jump ${chat.jump.count > 0 ? 'new' : ''}" type="button"
      aria-label=${chat.jump.count > 0 ? t('chat.toEnd.new', { count: chat.jump.count }) : t('chat.toEnd')} @click=${() => intents.jumpToEnd()}>
      ${chat.jump.text}${icon('down')}</button>` : nothing}`;
  }

  /** @override */
  firstUpdated() {
    const view = /** @type {HTMLElement} */ (this.querySelector('.log'));
    this.#position = new ReadingPosition(view);
    this.#seen.start(view);
    this.#sizes = new ResizeObserver(() => this.#settle());
    this.#sizes.observe(view);
    this.#sizes.observe(/** @type {Element} */ (view.firstElementChild));
  }

  /** @override */
  updated() {
    const divider = this.querySelector('#unread');
    if (!this.#placed && this.chat.items.length > 0) {
      this.#placed = true;
      if (divider) {
        this.#pinned = false;
        this.#position?.toQuarter(divider);
      } else {
        this.#pinned = true;
        this.#ending = true;
      }
    }
    this.#settle();
    this.#seen.update();
    this.#keys.update();
    this.#look();
  }

  #open() {
    this.#id = this.chat.id;
    this.#window = new RowWindow();
    this.#placed = false;
    this.#touched = false;
    this.#pinned = true;
    this.#pinToken = this.chat.pinToken;
    this.#hadDivider = false;
    this.#fresh = new Set();
    this.#newest = undefined;
    this.#keys.reset();
  }

  /** @param {string[]} keys */
  #arrived(keys) {
    const known = keys.findLastIndex(key => key === this.#newest);
    this.#fresh = new Set(keys.slice(known + 1));
  }

  #keep() {
    if (this.#placed && !this.#pinned) {
      this.#position?.keep();
    }
  }

  #settle() {
    if (!this.#placed || !this.#position) {
      return;
    }
    if (this.#pinned) {
      if (this.#position.resized || this.#ending) {
        this.#ending = false;
        this.#position.toEnd();
      }
    } else {
      this.#position.restore();
    }
  }

  #touch() {
    this.#touched = true;
  }

  #scrolled() {
    if (this.#position?.resized) {
      this.#settle();
    } else {
      this.#look();
      this.#keep();
    }
  }

  /** Whether the end is reached, and whether more rows are wanted. */
  #look() {
    const { chat } = this;
    if (!this.#placed || !this.#position) {
      return;
    }
    const pinned = this.#position.atEnd && !this.#window.hasBelow;
    this.#pinned = pinned;
    if (pinned !== chat.pinned) {
      this.intents.setPinned(pinned);
    }
    if (this.#position.nearTop) {
      if (this.#window.hasAbove) {
        this.#window.growUp();
        this.requestUpdate();
      } else if (chat.hasOlder && chat.older === 'idle') {
        this.intents.loadOlder(chat.id);
      }
    } else if (this.#position.nearBottom && this.#window.hasBelow) {
      this.#window.growDown();
      this.requestUpdate();
    }
  }

  /** @param {KeyboardEvent} event */
  #keydown(event) {
    this.#touched = true;
    this.#keys.keydown(event);
  }
}

define('log', CxLog);
