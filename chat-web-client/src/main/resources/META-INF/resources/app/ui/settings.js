import { html, nothing } from 'lit';
import { t } from '../i18n/t.js';
import { CxDialog } from './dialog.js';
import { define } from './element.js';
import { icon } from './icons.js';
import { accountSection, appearanceSection, dataSection, devicesSection, privacySection, profileSection } from './settings-sections.js';

/** @typedef {import('../store/types.js').AccountView} AccountView */
/** @typedef {import('../store/types.js').PersonView} PersonView */
/** @typedef {import('../store/types.js').Settings} Settings */
/** @typedef {import('../store/intents.js').Intents} Intents */
/** @typedef {{ account: AccountView, me: PersonView, settings: Settings, intents: Intents }} Shown */

/** In their order; each with its icon and what draws it. */
const SECTIONS = /** @type {const} */ ({
  profile: ['person', profileSection],
  privacy: ['eye', privacySection],
  devices: ['devices', devicesSection],
  account: ['key', accountSection],
  appearance: ['sliders', appearanceSection],
  data: ['archive', dataSection],
});

/** @typedef {keyof typeof SECTIONS} Section */

/** The settings: a list of sections beside the one that is shown; on a phone one after the other. */
export class CxSettings extends CxDialog {
  /** @override */
  static properties = {
    account: { attribute: false },
    me: { attribute: false },
    settings: { attribute: false },
    intents: { attribute: false },
    section: { state: true },
  };

  constructor() {
    super();
    /** @type {AccountView} */
    this.account;
    /** @type {PersonView} */
    this.me;
    /** @type {Settings} */
    this.settings;
    /** @type {Intents} */
    this.intents;
    /** @type {Section | null} null: the first one, and on a phone the list of them */
    this.section = null;
  }

  /** @override */
  get tall() {
    return true;
  }

  /** @override */
  get classes() {
    return `settings ${this.section ? 'has-section' : ''}`;
  }

  /** @override */
  heading() {
    return t('settings.title');
  }

  /** @override */
  lead() {
    return html`<button class="icon-button only-phone settings-back" type="button" aria-label=${t('settings.back')} @click=${this.#back}>${icon('back', 'flips')}</button>`;
  }

  /** @override */
  body() {
    const shown = this.section ?? 'profile';
    const [, draw] = SECTIONS[shown];
    return html`<div class="settings-body">
      <nav class="settings-nav" aria-label=${t('settings.title')}><ul role="list">${Object.keys(SECTIONS).map(name => this.#entry(/** @type {Section} */ (name), shown))}</ul></nav>
      <section class="settings-section" aria-labelledby="settings-heading">
        <h3 id="settings-heading" tabindex="-1">${t(`settings.${shown}`)}</h3>
        ${draw(this)}
      </section>
    </div>`;
  }

  /** @param {Section} name @param {Section} shown */
  #entry(name, shown) {
    const [symbol] = SECTIONS[name];
    return html`<li><button type="button" data-section=${name} aria-current=${name === shown ? 'true' : nothing} ?data-autofocus=${name === shown}
      @click=${() => this.#show(name)}>${icon(symbol)}<span>${t(`settings.${name}`)}</span>${icon('next', 'flips only-phone')}</button></li>`;
  }

  /** @param {Section} name */
  #show(name) {
    this.section = name;
    if (name === 'devices') {
      this.intents.loadDevices();
    } else if (name === 'privacy') {
      this.intents.loadBlocks();
    }
    this.updateComplete.then(() => {
      this.querySelector('.settings-section')?.scrollTo(0, 0);
      if (matchMedia('(max-width: 719.98px)').matches) {
        /** @type {HTMLElement | null} */ (this.querySelector('#settings-heading'))?.focus();
      }
    });
  }

  #back() {
    const before = this.section;
    this.section = null;
    this.updateComplete.then(() => /** @type {HTMLElement | null} */ (this.querySelector(`[data-section="${before}"]`))?.focus());
  }

  /** @override @param {Map<string, unknown>} changed */
  updated(changed) {
    super.updated(changed);
    const before = /** @type {AccountView | undefined} */ (changed.get('account'));
    if (before && this.account.forms['password']?.done && !before.forms['password']?.done) {
      /** @type {HTMLFormElement | null} */ (this.querySelector('#password-form'))?.reset();
    }
    this.#toMistake(before);
    if (before && document.activeElement === document.body) {
      /** @type {HTMLElement | null} */ (this.querySelector('#settings-heading'))?.focus(); // what had the focus is gone
    }
  }

  /** The first field that was refused gets the focus. @param {AccountView | undefined} before */
  #toMistake(before) {
    const answered = before && Object.entries(this.account.forms).some(([name, { busy }]) => !busy && before.forms[name]?.busy);
    if (answered) {
      /** @type {HTMLElement | null} */ (this.querySelector('[aria-invalid="true"]'))?.focus();
    }
  }
}

define('settings', CxSettings);
