import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../i18n/t.js';
import { CxDialog } from './dialog.js';
import { define } from './element.js';
import { icon } from './icons.js';
import { stamp } from './parts.js';

/** @typedef {import('../store/types.js').PeopleView} PeopleView */
/** @typedef {import('../store/types.js').PersonView} PersonView */
/** @typedef {import('../store/intents.js').Intents} Intents */

/** Finds somebody to write to. Arrows go from the field into the list and back; Enter in the field takes the first. */
export class CxSwitcher extends CxDialog {
  /** @override */
  static properties = { people: { attribute: false }, intents: { attribute: false } };

  /** Enter was pressed before the answer to what was typed: its first is wanted, not that of an earlier answer. */
  #first = false;

  constructor() {
    super();
    /** @type {PeopleView} */
    this.people;
    /** @type {Intents} */
    this.intents;
  }

  /** @override */
  get tall() {
    return true;
  }

  /** @override */
  heading() {
    return t('people.title');
  }

  /** @override */
  body() {
    const { people, intents } = this;
    return html`<div class="search">
        ${icon('search')}
        <input type="search" data-autofocus dir="auto" aria-label=${t('people.field')} placeholder=${people.hint} autocomplete="off" autocapitalize="none"
          spellcheck="false" enterkeyhint="search" .value=${people.query} @input=${this.#input} @keydown=${this.#keydown}>
        ${people.status === 'loading' ? html`<span class="refreshing"></span>` : nothing}
      </div>
      <div class="people" @keydown=${this.#keydown}>
        ${people.items.length > 0
          ? html`<ul role="list">${repeat(people.items, person => person.id, person => this.#person(person))}</ul>`
          : html`<div class="empty" role="status">${people.text ? html`<p dir="auto">${people.text}</p>` : nothing}</div>`}
        ${people.offer ? html`<button class="person-row offer" type="button" @click=${this.#lookUp}>${icon('search')}<span class="cut" dir="auto">${people.offer}</span></button>` : nothing}
        ${people.hasMore ? html`<p class="more"><button class="link" type="button" @click=${() => intents.morePeople()}>${t('people.more')}</button></p>` : nothing}
      </div>`;
  }

  /** @param {PersonView} person */
  #person(person) {
    return html`<li><button class="person-row" type="button" @click=${() => this.intents.openWith(person.id)}>
      ${stamp(person)}
      <span class="names"><span class="row-name cut" dir="auto">${person.name}</span><span class="presence">${person.presenceText}</span></span>
    </button></li>`;
  }

  /** @override @param {Map<string, unknown>} changed */
  updated(changed) {
    super.updated(changed);
    this.#choose();
  }

  #choose() {
    const { status, query } = this.people;
    if (this.#first && status !== 'loading' && query === this.querySelector('input')?.value) {
      this.#first = false;
      /** @type {HTMLElement | null} */ (this.querySelector('.person-row'))?.click(); // where nobody is found: the offer
    }
  }

  /** The offer goes, so the focus of a keyboard goes back to the field. @param {MouseEvent} event */
  #lookUp(event) {
    this.intents.lookUp();
    if (event.detail === 0) {
      this.querySelector('input')?.focus();
    }
  }

  /** @param {InputEvent} event */
  #input(event) {
    this.#first = false;
    this.intents.findPeople(/** @type {HTMLInputElement} */ (event.target).value);
  }

  /** @param {KeyboardEvent} event */
  #keydown(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    const field = /** @type {HTMLInputElement} */ (this.querySelector('input'));
    const rows = [...this.querySelectorAll('.person-row')].map(row => /** @type {HTMLElement} */ (row));
    const at = rows.indexOf(/** @type {HTMLElement} */ (event.target));
    if (event.key === 'Enter' && event.target === field) {
      event.preventDefault();
      this.#first = true;
      this.#choose();
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      rows[at + 1]?.focus();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      event.preventDefault();
      (rows[at - 1] ?? field).focus();
    }
  }
}

define('switcher', CxSwitcher);
