import { html, render } from 'lit';
import { t } from '../i18n/t.js';
import { icon } from './icons.js';

/** @typedef {import('./message-menu.js').MessageActions} MessageActions */

const GAP = 4;

/** The buttons beside the message under the mouse: one bar for all rows. Keys and the menu of a row do the same. */
export class RowBar {
  #bar = document.createElement('div');
  /** @type {MessageActions} */
  #actions;

  /** @param {HTMLElement} log @param {MessageActions} actions */
  constructor(log, actions) {
    this.#actions = actions;
    this.#bar.className = 'row-bar';
    log.addEventListener('pointermove', event => this.#over(event));
    log.addEventListener('pointerleave', () => this.#bar.remove());
  }

  /** @param {PointerEvent} event */
  #over(event) {
    const row = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('.message'));
    if (event.pointerType !== 'mouse' || !row || row.contains(this.#bar)) {
      return;
    }
    const message = this.#actions.messageOf(row);
    this.#bar.remove();
    if (message && this.#actions.isLive(message)) {
      this.#show(row, this.#actions.canAnswer(message));
    }
  }

  /** @param {HTMLElement} row @param {boolean} answerable */
  #show(row, answerable) {
    const actions = this.#actions;
    /** @param {'smile' | 'reply' | 'more'} name @param {string} label @param {() => void} run */
    const button = (name, label, run) => html`<button class="icon-button" type="button" tabindex="-1" aria-label=${label} title=${label}
      @click=${run}>${icon(name, name === 'reply' ? 'flips' : '')}</button>`;
    render(html`${answerable ? button('smile', t('message.react'), () => actions.react(row)) : ''}
      ${answerable ? button('reply', t('message.reply'), () => actions.reply(row)) : ''}
      ${button('more', t('message.actions'), () => actions.menu(row))}`, this.#bar);
    row.append(this.#bar);
    const bubble = /** @type {HTMLElement} */ (row.querySelector('.bubble')).getBoundingClientRect();
    const box = row.getBoundingClientRect();
    const left = row.classList.contains('own') === (getComputedStyle(row).direction === 'ltr');
    const place = left ? bubble.left - box.left - this.#bar.offsetWidth - GAP : bubble.right - box.left + GAP;
    this.#bar.style.setProperty('left', `${Math.min(Math.max(0, place), box.width - this.#bar.offsetWidth)}px`);
  }
}
