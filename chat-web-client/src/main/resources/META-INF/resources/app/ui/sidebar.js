import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../i18n/t.js';
import { CxElement, define } from './element.js';
import { openConversationMenu } from './conversation-menu.js';
import { icon } from './icons.js';
import { keyName } from './keys.js';
import { onLongPress } from './long-press.js';
import { bars, empty, seal, stamp } from './parts.js';

/** @typedef {import('../store/types.js').ListView} ListView */
/** @typedef {import('../store/types.js').RowView} RowView */
/** @typedef {import('../store/intents.js').Intents} Intents */

/** Brand, search, and the list of conversations. One tab stop for the list; arrows move in it. */
export class CxSidebar extends CxElement {
  /** @override */
  static properties = { list: { attribute: false }, intents: { attribute: false } };

  /** The row with the tab stop, if it was moved there. */
  #stop = '';

  constructor() {
    super();
    /** @type {ListView} */
    this.list;
    /** @type {Intents} */
    this.intents;
    onLongPress(this, target => this.#actions(target));
  }

  /** @returns {boolean} whether there is a row */
  focusRow() {
    const row = /** @type {HTMLElement | null} */ (this.querySelector('.row[tabindex="0"]'));
    row?.focus();
    return row !== null;
  }

  /** @override */
  render() {
    const find = () => this.intents.findPeople('');
    const { archive } = this.list;
    return html`<div class="head-top">
        ${archive ? html`<button class="icon-button" type="button" aria-label=${t('list.back')} title=${t('list.back')}
          @click=${() => this.intents.showArchive(false)}>${icon('back', 'flips')}</button>` : nothing}
        <p class="brand">${archive ? t('list.archived') : t('app.name')}</p>
        <button class="icon-button only-wide" type="button" aria-label=${t('list.new')} title=${t('list.new')} @click=${find}>${icon('pen')}</button>
        <button class="icon-button" type="button" aria-haspopup="menu" aria-label=${t('list.more')} title=${t('list.more')} @click=${this.#menu}>${icon('more')}</button>
      </div>
      <button class="find" type="button" @click=${find}>${icon('search')}<span>${t('people.field')}</span><kbd>${keyName('find')}</kbd></button>
      ${this.#content()}
      <button class="fab" type="button" aria-label=${t('list.new')} @click=${find}>${icon('pen')}</button>`;
  }

  #content() {
    const { list, intents } = this;
    switch (list.status) {
      case 'loading':
        return bars();
      case 'empty':
        return list.archive ? empty({ title: t('list.archive.empty') }) : empty({ title: t('list.empty'), action: { label: t('list.findSomeone'), run: () => intents.findPeople('') } });
      case 'error':
        return empty({ title: t('list.error'), small: list.requestId, action: { label: t('list.retry'), run: () => intents.reloadList() } });
      default:
        return html`<ul class="rows" role="list" @keydown=${this.#keydown} @focusin=${this.#focused} @contextmenu=${this.#contextMenu}>
          ${repeat(list.rows, row => row.id, row => this.#row(row))}
        </ul>`;
    }
  }

  /** @param {RowView} row */
  #row(row) {
    const rows = this.list.rows;
    const stop = rows.find(({ id }) => id === this.#stop) ?? rows.find(({ selected }) => selected) ?? rows[0];
    return html`<li><a class="row person hue-${row.person.hue} ${row.unread > 0 || row.marked ? 'new' : ''}" href="/c/${encodeURIComponent(row.id)}" draggable="false"
        data-id=${row.id} aria-current=${row.selected ? 'page' : nothing} aria-label=${row.label} tabindex=${row === stop ? 0 : -1} @click=${this.#open}>
      ${stamp(row.person, { dimmed: this.list.dimmed })}
      <span class="row-text">
        <span class="row-name cut" dir="auto">${row.person.name}</span>
        <span class="row-line line-${row.lineKind}">
          ${row.seal ? seal(row.seal, row.sealWord) : nothing}${row.linePrefix ? html`<bdi class="prefix">${row.linePrefix}</bdi>` : nothing}<span class="cut" dir="auto">${row.line}</span>
        </span>
      </span>
      <span class="row-side">
        <time class="row-time" datetime=${row.dateTime || nothing}>${row.time}</time>
        <span class="row-marks">${row.pinned ? icon('pin') : nothing}${row.muted ? icon('mute') : nothing}${row.unread > 0
          ? html`<span class="count">${row.unreadText}</span>`
          : row.marked ? html`<span class="count marked"></span>` : nothing}</span>
      </span>
    </a></li>`;
  }

  /** @param {MouseEvent} event */
  #open(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    const { id = '' } = /** @type {HTMLElement} */ (event.currentTarget).dataset;
    this.intents.openConversation(id);
    this.dispatchEvent(new CustomEvent('cx-chosen', { bubbles: true, detail: id }));
  }

  /** @param {KeyboardEvent} event */
  #keydown(event) {
    const rows = [...this.querySelectorAll('.row')].map(row => /** @type {HTMLElement} */ (row));
    const at = rows.indexOf(/** @type {HTMLElement} */ (event.target));
    const next = { ArrowUp: rows[at - 1], ArrowDown: rows[at + 1], Home: rows[0], End: rows.at(-1) }[event.key];
    if (at >= 0 && next && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      next.focus();
    }
  }

  /** @param {FocusEvent} event */
  #focused(event) {
    this.#stop = /** @type {HTMLElement} */ (event.target).dataset.id ?? this.#stop;
    this.requestUpdate();
  }

  /** @param {MouseEvent} event */
  #contextMenu(event) {
    event.preventDefault();
    this.#actions(/** @type {Element} */ (event.target));
  }

  /** @param {Element} target */
  #actions(target) {
    const anchor = /** @type {HTMLElement | null} */ (target.closest('.row'));
    const row = this.list.rows.find(({ id }) => id === anchor?.dataset.id);
    if (anchor && row) {
      openConversationMenu(anchor, row, this.intents);
    }
  }

  /** @param {MouseEvent} event */
  #menu(event) {
    this.dispatchEvent(new CustomEvent('cx-menu', { bubbles: true, detail: event.currentTarget }));
  }
}

define('sidebar', CxSidebar);
