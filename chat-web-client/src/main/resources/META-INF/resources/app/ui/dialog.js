import { html, nothing } from 'lit';
import { t } from '../i18n/t.js';
import { CxElement } from './element.js';
import { icon } from './icons.js';

/**
 * A dialog over the page: focus stays inside, Escape and a press beside it close it, and the focus goes back to
 * where it was. It tells its parent by the event `cx-close`.
 */
export class CxDialog extends CxElement {
  /** @type {Element | null} */
  #opener = null;

  /** @returns {string} */
  heading() {
    return '';
  }

  /** @returns {unknown} */
  body() {
    return nothing;
  }

  /** @returns {unknown} what stands before the heading */
  lead() {
    return nothing;
  }

  /** @returns {string} */
  get classes() {
    return '';
  }

  /** Fills the screen of a phone. */
  get tall() {
    return false;
  }

  close() {
    this.querySelector('dialog')?.close();
  }

  /** @override */
  render() {
    return html`<dialog class="dialog ${this.tall ? 'tall' : ''} ${this.classes}" aria-labelledby="dialog-title" @close=${this.#closed} @click=${this.#clicked}>
      <header class="dialog-head">
        ${this.lead()}
        <h2 id="dialog-title">${this.heading()}</h2>
        <button class="icon-button" type="button" aria-label=${t('people.close')} title=${t('people.close')} @click=${() => this.close()}>${icon('close')}</button>
      </header>
      ${this.body()}
    </dialog>`;
  }

  /** @override */
  firstUpdated() {
    this.#opener = document.activeElement;
    const dialog = /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
    dialog.showModal();
    /** @type {HTMLElement | null} */ (dialog.querySelector('[data-autofocus]'))?.focus();
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost && this.#opener instanceof HTMLElement && this.#opener.isConnected) {
      this.#opener.focus();
    }
  }

  #closed() {
    this.dispatchEvent(new CustomEvent('cx-close'));
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const dialog = /** @type {HTMLDialogElement} */ (event.currentTarget);
    if (event.target === dialog) {
      const box = dialog.getBoundingClientRect();
      const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
      if (!inside) {
        this.close();
      }
    }
  }
}
