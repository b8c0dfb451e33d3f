import { html, nothing } from 'lit';
import { t } from '../i18n/t.js';
import { CxDialog } from './dialog.js';
import { define } from './element.js';
import { icon } from './icons.js';
import { stamp } from './parts.js';

/** @typedef {import('../store/types.js').PersonView} PersonView */
/** @typedef {import('../store/types.js').Settings} Settings */
/** @typedef {import('../store/intents.js').Intents} Intents */

/** Appearance, and the way out. */
export class CxSettings extends CxDialog {
  /** @override */
  static properties = { me: { attribute: false }, settings: { attribute: false }, intents: { attribute: false } };

  constructor() {
    super();
    /** @type {PersonView | null} */
    this.me;
    /** @type {Settings} */
    this.settings;
    /** @type {Intents} */
    this.intents;
  }

  /** @override */
  heading() {
    return t('settings.title');
  }

  /** @override */
  body() {
    const { me, settings, intents } = this;
    return html`<div class="dialog-body">
      ${me ? html`<div class="me">${stamp(me, { dot: false })}<strong class="cut" dir="auto">${me.name}</strong></div>` : nothing}
      ${choices('theme', settings.theme, /** @type {const} */ (['system', 'light', 'dark']), value => intents.setTheme(value))}
      ${choices('density', settings.density, /** @type {const} */ (['cosy', 'compact']), value => intents.setDensity(value))}
      <div class="dialog-actions apart">
        <p class="legend">${t('settings.signOut')}</p>
        <button class="button danger" type="button" @click=${() => intents.signOut()}>${icon('leave', 'flips')}${t('auth.signOut')}</button>
      </div>
    </div>`;
  }
}

/**
 * @template {string} T
 * @param {string} name
 * @param {T} chosen
 * @param {ReadonlyArray<T>} values
 * @param {(value: T) => void} choose
 */
const choices = (name, chosen, values, choose) => html`<fieldset>
  <legend class="legend">${t(`settings.${name}`)}</legend>
  <div class="choices">${values.map(value => html`<label class="choice">
    <input type="radio" name=${name} value=${value} ?data-autofocus=${name === 'theme' && value === chosen} .checked=${value === chosen} @change=${() => choose(value)}><span>${t(`settings.${name}.${value}`)}</span>
  </label>`)}</div>
</fieldset>`;

define('settings', CxSettings);
