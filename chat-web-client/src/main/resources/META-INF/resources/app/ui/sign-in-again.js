import { html, nothing } from 'lit';
import { t } from '../i18n/t.js';
import { CxDialog } from './dialog.js';
import { define } from './element.js';

/** @typedef {import('../store/intents.js').Intents} Intents */

/** The session is over: asks for the password while the screen and the drafts stay. */
export class CxSignInAgain extends CxDialog {
  /** @override */
  static properties = { again: { attribute: false }, intents: { attribute: false } };

  constructor() {
    super();
    /** @type {{ email: string, busy: boolean, text: string, problem: string }} */
    this.again;
    /** @type {Intents} */
    this.intents;
  }

  /** @override */
  heading() {
    return t('auth.again.title');
  }

  /** @override */
  body() {
    const { again } = this;
    return html`<div class="dialog-body"><p>${again.text}</p>
      <form method="post" @submit=${this.#submit} novalidate>
        ${again.problem ? html`<p class="summary" id="again-problem" role="alert">${again.problem}</p>` : nothing}
        <div class="field">
          <label for="again-email">${t('auth.email')}</label>
          <div class="box"><input id="again-email" name="email" type="email" autocomplete="username" readonly .value=${again.email}></div>
        </div>
        <div class="field">
          <label for="again-password">${t('auth.password')}</label>
          <div class="box"><input id="again-password" name="password" type="password" autocomplete="current-password" required data-autofocus
            aria-invalid=${again.problem ? 'true' : nothing} aria-describedby=${again.problem ? 'again-problem' : nothing}></div>
        </div>
        <div class="dialog-actions">
          <button class="link danger" type="button" @click=${() => this.intents.signOut()}>${t('auth.signOut')}</button>
          <button class="button primary" type="submit" aria-disabled=${again.busy ? 'true' : nothing}>${again.busy ? t('auth.signingIn') : t('auth.signIn')}</button>
        </div>
      </form></div>`;
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (this.querySelector('#again-password'));
    if (!this.again.busy && field.value !== '') {
      this.intents.signInAgain(field.value);
    } else {
      field.focus();
    }
  }
}

define('sign-in-again', CxSignInAgain);
