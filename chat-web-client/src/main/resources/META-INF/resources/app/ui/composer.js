import { html, nothing } from 'lit';
import { t } from '../i18n/t.js';
import { CxElement, define } from './element.js';
import { icon } from './icons.js';

/** @typedef {import('../store/types.js').ComposerView} ComposerView */
/** @typedef {import('../store/intents.js').Intents} Intents */

/** The key code of a key press that belongs to an input method, in browsers that do not say so otherwise. */
const COMPOSING = 229;

/** The field one writes in. While a conversation is open the field itself holds the draft. */
export class CxComposer extends CxElement {
  /** @override */
  static properties = {
    conversationId: { attribute: false },
    composer: { attribute: false },
    intents: { attribute: false },
    blank: { state: true },
  };

  #id = '';
  #token = 0;
  /** The field comes back on demand: it gets the focus. */
  #wanted = false;

  constructor() {
    super();
    /** @type {string} */
    this.conversationId;
    /** @type {ComposerView} */
    this.composer;
    /** @type {Intents} */
    this.intents;
    this.blank = true;
  }

  /** @returns {HTMLTextAreaElement | null} */
  get #field() {
    return this.querySelector('textarea');
  }

  /** @returns {boolean} whether there is a field */
  focusField() {
    this.#field?.focus();
    return this.#field !== null;
  }

  /** @override */
  render() {
    const { composer } = this;
    const editing = composer.context?.kind === 'edit';
    const label = t(editing ? 'composer.save' : 'composer.send');
    if (!composer.canSend) {
      return html`<p class="cannot column" role="status"><span dir="auto">${composer.reason}</span>${composer.blocked
        ? html` <button class="link" type="button" @click=${this.#unblock}>${t('chat.unblock')}</button>` : nothing}</p>`;
    }
    return html`${composer.context ? this.#context(composer.context) : nothing}
    <form class="composer column" @submit=${this.#submit}>
      <textarea id="composer" rows="1" dir="auto" enterkeyhint="send" autocomplete="off" aria-label=${composer.placeholder} placeholder=${composer.placeholder}
        aria-describedby=${composer.context ? 'composer-context composer-note' : 'composer-note'} aria-invalid=${composer.tooLong ? 'true' : nothing} @input=${this.#input} @keydown=${this.#keydown}></textarea>
      <button class="send" type="submit" aria-label=${label} title=${label}
        aria-disabled=${this.blank || composer.tooLong ? 'true' : 'false'} @pointerdown=${keepFocus}>${icon(editing ? 'check' : 'send', editing ? '' : 'flips')}</button>
    </form>
    <p class="composer-note column ${composer.tooLong ? 'too-long' : ''}" id="composer-note" ?hidden=${composer.counter === ''}>${composer.counter}</p>`;
  }

  /** What the text will do, and the way back. @param {NonNullable<ComposerView['context']>} context */
  #context({ kind, title, text }) {
    return html`<div class="composer-context column ${kind}">
      ${icon(kind === 'edit' ? 'pen' : 'reply', kind === 'edit' ? '' : 'flips')}
      <p id="composer-context"><strong dir="auto">${title}</strong> <span class="cut" dir="auto">${text}</span></p>
      <button class="icon-button" type="button" aria-label=${t('composer.cancel')} title=${t('composer.cancel')} @click=${this.#cancel}>${icon('close')}</button>
    </div>`;
  }

  #unblock() {
    this.#wanted = true;
    this.dispatchEvent(new CustomEvent('cx-unblock', { bubbles: true }));
  }

  #cancel() {
    this.intents.cancelContext();
    this.focusField();
  }

  /** @override */
  updated() {
    const { composer } = this;
    const field = this.#field;
    if (field && (this.conversationId !== this.#id || composer.draftToken !== this.#token || field.dataset.filled === undefined)) {
      this.#id = this.conversationId;
      this.#token = composer.draftToken;
      field.dataset.filled = '';
      field.value = composer.draft;
      field.setSelectionRange(field.value.length, field.value.length);
      this.#changed(field);
    }
    if (field && this.#wanted) {
      this.#wanted = false;
      field.focus();
    }
  }

  /** @param {HTMLTextAreaElement} field */
  #changed(field) {
    this.blank = field.value.trim() === '';
    field.style.removeProperty('height');
    if (field.value === '') {
      return;
    }
    field.style.setProperty('height', `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`);
  }

  #input() {
    const field = /** @type {HTMLTextAreaElement} */ (this.#field);
    this.#changed(field);
    this.intents.changeDraft(this.conversationId, field.value);
  }

  /** @param {KeyboardEvent} event */
  #keydown(event) {
    if (event.isComposing || event.keyCode === COMPOSING) {
      event.stopPropagation();
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      this.#send();
    } else if (event.key === 'ArrowUp' && this.#field?.value === '' && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      this.intents.editLast();
    }
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    this.#send();
  }

  #send() {
    const field = /** @type {HTMLTextAreaElement} */ (this.#field);
    if (field.value.trim() === '' || this.composer.tooLong) {
      return;
    }
    const text = field.value;
    field.value = '';
    this.#changed(field);
    this.intents.send(this.conversationId, text);
    field.focus();
  }
}

/** A press on the button leaves the focus in the field, and the keyboard of a phone open. @param {PointerEvent} event */
function keepFocus(event) {
  event.preventDefault();
}

define('composer', CxComposer);
