import { t } from '../i18n/t.js';
import { messagesOf } from './sections.js';
import { openMenu } from './menu.js';
import { openReactions } from './reactions.js';
import { discard, edit } from './rows.js';
import { copy } from './text.js';

/** @typedef {import('./log.js').CxLog} CxLog */
/** @typedef {import('./menu.js').Item} Item */
/** @typedef {import('../store/types.js').MessageView} MessageView */

/** What can be done with the message of a row, by keys, by its menu and by the bar that stands beside it. */
export class MessageActions {
  /** @type {CxLog} */
  #log;

  /** @param {CxLog} log */
  constructor(log) {
    this.#log = log;
  }

  /** @param {HTMLElement} row @returns {MessageView | undefined} */
  messageOf(row) {
    return messagesOf(this.#log.chat.items).find(({ key }) => key === row.dataset.key);
  }

  /** @param {MessageView} message @returns {boolean} it is stored and still there */
  isLive = ({ seq, kind }) => seq !== null && kind !== 'deleted';

  /** @param {MessageView} message */
  canEdit({ own, kind, seq, dateTime }) {
    const { composer, editWindowMs } = this.#log.chat;
    return own && kind === 'text' && seq !== null && composer.canSend && Date.parse(dateTime) + editWindowMs > Date.now();
  }

  /** @param {MessageView} message */
  canAnswer = message => this.isLive(message) && this.#log.chat.composer.canSend;

  /** @param {HTMLElement} row */
  reply(row) {
    const message = this.messageOf(row);
    if (message && this.canAnswer(message)) {
      this.#log.intents.beginReply(/** @type {number} */ (message.seq));
      focusComposer();
    }
  }

  /** @param {HTMLElement} row */
  edit(row) {
    const message = this.messageOf(row);
    if (message?.failure) {
      edit(message.clientMessageId, this.#log.intents);
    } else if (message && this.canEdit(message)) {
      this.#log.intents.beginEdit(/** @type {number} */ (message.seq));
      focusComposer();
    }
  }

  /** @param {HTMLElement} row */
  remove(row) {
    const message = this.messageOf(row);
    if (message?.failure) {
      discard(row, message.clientMessageId, this.#log.intents);
    } else if (message?.own && this.isLive(message)) {
      this.#log.dispatchEvent(new CustomEvent('cx-remove', { bubbles: true, detail: message.seq }));
    }
  }

  /** @param {HTMLElement} row @param {HTMLElement} [opener] */
  react(row, opener = row) {
    const message = this.messageOf(row);
    if (message && this.canAnswer(message)) {
      openReactions(bubbleOf(row), message, this.#log.intents, opener);
    }
  }

  /** @param {HTMLElement} row @param {string} emoji */
  reactWith(row, emoji) {
    const message = this.messageOf(row);
    if (message && this.canAnswer(message)) {
      this.#log.intents.react(/** @type {number} */ (message.seq), emoji);
    }
  }

  /** @param {HTMLElement} row */
  menu(row) {
    const message = this.messageOf(row);
    const items = message ? this.#items(row, message) : [];
    if (items.length > 0) {
      openMenu(bubbleOf(row), items, row);
    }
  }

  /** @param {HTMLElement} row @param {MessageView} message @returns {Item[]} */
  #items(row, message) {
    const { intents } = this.#log;
    const { seq, failure, kind } = message;
    const live = this.isLive(message);
    /** @param {unknown} when @param {Item} item */
    const only = (when, item) => (when ? [item] : []);
    return [
      ...only(this.canAnswer(message), { icon: 'reply', label: t('message.reply'), run: () => this.reply(row) }),
      ...only(this.canAnswer(message), { icon: 'smile', label: t('message.react'), run: () => this.react(row) }),
      ...only(kind === 'text', { icon: 'copy', label: t('message.copy'), run: () => copy(message.text) }),
      ...only(failure?.canRetry, { icon: 'retry', label: t('message.retry'), run: () => intents.retry(message.clientMessageId) }),
      ...only(failure || this.canEdit(message), { icon: 'pen', label: t('message.edit'), run: () => this.edit(row) }),
      ...only(seq !== null, { icon: 'info', label: t('message.details'), run: () => intents.showDetails(seq) }),
      ...only(failure || (message.own && live), { icon: 'trash', label: t('message.delete'), danger: true, run: () => this.remove(row) }),
    ];
  }
}

/** @param {HTMLElement} row */
const bubbleOf = row => /** @type {HTMLElement} */ (row.querySelector('.bubble'));

/** At once: the next key is meant for the field. */
const focusComposer = () => document.getElementById('composer')?.focus();
