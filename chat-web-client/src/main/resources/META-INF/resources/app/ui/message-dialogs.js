import { html } from 'lit';
import { t } from '../i18n/t.js';
import { CxDialog } from './dialog.js';
import { define } from './element.js';

/** @typedef {NonNullable<import('../store/types.js').ChatView['details']>} Details */

/** What became of a message, and when. */
export class CxDetails extends CxDialog {
  /** @override */
  static properties = { details: { attribute: false } };

  constructor() {
    super();
    /** @type {Details} */
    this.details;
  }

  /** @override */
  heading() {
    return t('details.title');
  }

  /** @override */
  body() {
    return html`<div class="dialog-body" tabindex="0" data-autofocus><dl class="details">
      ${this.details.rows.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}
    </dl></div>`;
  }
}

/** Asks once more: what is deleted is gone for both. It tells by the event `cx-confirmed`. */
export class CxConfirm extends CxDialog {
  /** @override */
  heading() {
    return t('message.delete.title');
  }

  /** @override */
  body() {
    return html`<div class="dialog-body">
      <p>${t('message.delete.text')}</p>
      <div class="dialog-actions">
        <button class="button" type="button" @click=${() => this.close()}>${t('message.delete.keep')}</button>
        <button class="button danger" type="button" data-autofocus @click=${this.#confirm}>${t('message.delete')}</button>
      </div>
    </div>`;
  }

  #confirm() {
    this.dispatchEvent(new CustomEvent('cx-confirmed'));
    this.close();
  }
}

define('details', CxDetails);
define('confirm', CxConfirm);
