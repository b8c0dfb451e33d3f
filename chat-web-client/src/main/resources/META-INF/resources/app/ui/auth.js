import { t } from '../i18n/t.js';
import { define } from './element.js';

/** @typedef {import('../store/types.js').AuthView} AuthView */
/** @typedef {import('../store/intents.js').Intents} Intents */

const FIELDS = /** @type {const} */ (['name', 'email', 'password']);

/**
 * Sign-in and registration. The form is part of the page itself, so it is there before any script and password
 * managers know it; this element only fills in what changes.
 */
export class CxAuth extends HTMLElement {
  /** @type {AuthView | null} */
  #auth = null;
  /** @type {Intents | null} */
  #intents = null;

  connectedCallback() {
    this.#part('auth').addEventListener('submit', event => this.#submit(event));
    this.#part('auth-eye').addEventListener('click', () => this.#show(this.#input('password').type === 'password'));
    this.#button.addEventListener('click', () => {
      this.#intents?.setAuthMode(this.#auth?.mode === 'register' ? 'sign-in' : 'register');
    });
  }

  /** @param {Intents} intents */
  set intents(intents) {
    this.#intents = intents;
    this.#submitButton.disabled = false;
  }

  /** @param {AuthView} auth */
  set auth(auth) {
    const before = this.#auth;
    if (auth === before) {
      return;
    }
    this.#auth = auth;
    if (auth.mode !== before?.mode) {
      this.#mode(auth.mode, before !== null);
    }
    const register = auth.mode === 'register';
    const submit = this.#submitButton;
    submit.textContent = t(auth.busy ? (register ? 'auth.registering' : 'auth.signingIn') : register ? 'auth.register' : 'auth.signIn');
    submit.setAttribute('aria-disabled', String(auth.busy));
    this.#part('auth-note').textContent = auth.offline ? t('auth.offline') : '';
    this.#part('auth-switch').hidden = !auth.canRegister && !register;
    FIELDS.forEach(field => this.#error(field, auth.fields[field] ?? ''));
    this.#summary(auth, before?.summary ?? '');
  }

  /** Empties the fields, and hides the password. */
  clear() {
    FIELDS.forEach(field => {
      this.#input(field).value = '';
    });
    this.#show(false);
  }

  /** @param {AuthView} auth @param {string} before */
  #summary(auth, before) {
    const summary = this.#part('auth-summary');
    summary.textContent = auth.summary;
    summary.hidden = auth.summary === '';
    if (auth.summary !== '' && auth.summary !== before) {
      summary.focus();
    }
  }

  /** @param {'sign-in' | 'register'} mode @param {boolean} byHand */
  #mode(mode, byHand) {
    const register = mode === 'register';
    const name = this.#input('name');
    this.#part('auth-name-field').hidden = !register;
    name.disabled = !register;
    name.required = register;
    this.#part('auth-password-hint').hidden = !register;
    this.#input('password').autocomplete = register ? 'new-password' : 'current-password';
    const question = /** @type {HTMLElement} */ (this.#part('auth-switch').firstElementChild);
    question.textContent = t(register ? 'auth.haveAccount' : 'auth.newHere');
    this.#button.textContent = t(register ? 'auth.signIn' : 'auth.register');
    if (byHand) {
      this.#input(register ? 'name' : 'email').focus();
    }
  }

  /** @param {typeof FIELDS[number]} field @param {string} words */
  #error(field, words) {
    const line = this.#part(`auth-${field}-error`);
    line.textContent = words;
    line.hidden = words === '';
    if (words === '') {
      this.#input(field).removeAttribute('aria-invalid');
    } else {
      this.#input(field).setAttribute('aria-invalid', 'true');
    }
  }

  /** @param {boolean} shown */
  #show(shown) {
    const eye = this.#part('auth-eye');
    this.#input('password').type = shown ? 'text' : 'password';
    eye.setAttribute('aria-pressed', String(shown));
    eye.querySelector('.eye-bar')?.toggleAttribute('hidden', !shown);
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    if (!this.#auth || this.#auth.busy) {
      return;
    }
    this.#show(false);
    const email = this.#input('email').value;
    const password = this.#input('password').value;
    if (this.#auth.mode === 'register') {
      this.#intents?.register({ email, name: this.#input('name').value, password });
    } else {
      this.#intents?.signIn({ email, password });
    }
  }

  get #submitButton() {
    return /** @type {HTMLButtonElement} */ (this.#part('auth-submit'));
  }

  get #button() {
    return /** @type {HTMLButtonElement} */ (this.#part('auth-switch').querySelector('button'));
  }

  /** @param {typeof FIELDS[number]} field */
  #input(field) {
    return /** @type {HTMLInputElement} */ (this.#part(`auth-${field}`));
  }

  /** @param {string} id */
  #part(id) {
    return /** @type {HTMLElement} */ (this.querySelector(`#${id}`));
  }
}

define('auth', CxAuth);
