import { html, nothing } from 'lit';
import { t } from '../i18n/t.js';
import { CxElement, define } from './element.js';
import { RowKeys } from './row-keys.js';
import { RowWindow } from './row-window.js';
import { dayList, pill, top } from './rows.js';
import { ReadingPosition } from './scroll.js';
import { dividerIndex, messagesOf, sections } from './sections.js';
import { SeenRows } from './seen-rows.js';
import { Way, fillGaps } from './way.js';

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
  #way = new Way();
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
    const target = this.#way.look(this.chat);
    if (target) {
      this.#placed = true;
      this.#pinned = false;
      this.#window.around(keys.indexOf(target));
    } else if (!this.#placed && divider) {
      this.#window.around(unread);
    } else if (!this.#placed) {
      this.#window.toEnd();
    } else if (this.#pinned && newest !== undefined && newest !== this.#newest) {
      this.#fresh = new Set(keys.slice(keys.findLastIndex(key => key === this.#newest) + 1));
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
        ${top(chat, intents)}
        ${dayList(days, { conversationId: chat.id, intents, fresh: this.#fresh })}
      </div>
    </div>
    ${chat.jump ? pill(chat.jump, intents) : nothing}`;
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
    this.#way.arrive(this, this.#position);
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
    this.#way.start(this.chat);
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
    fillGaps(this, this.#position, (seq, fromAbove) => this.intents.loadGap(chat.id, seq, fromAbove));
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
