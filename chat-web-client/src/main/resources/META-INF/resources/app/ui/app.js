import { html, nothing } from 'lit';
import { t } from '../i18n/t.js';
import { chatPane, noChat } from './chat.js';
import { liveRegions, strip, toasts } from './chrome.js';
import { CxElement, define } from './element.js';
import { grip } from './grip.js';
import { openMenu } from './menu.js';
import { Navigator } from './navigator.js';
import './message-dialogs.js';
import './people.js';
import './settings.js';
import './shortcuts.js';
import './sidebar.js';
import './sign-in-again.js';

/** @typedef {import('../store/types.js').View} View */
/** @typedef {import('../store/intents.js').Intents} Intents */
/** @typedef {import('./composer.js').CxComposer} CxComposer */
/** @typedef {import('./log.js').CxLog} CxLog */
/** @typedef {import('./sidebar.js').CxSidebar} CxSidebar */

/** Everything a signed-in person sees. */
export class CxApp extends CxElement {
  /** @override */
  static properties = {
    view: { attribute: false },
    intents: { attribute: false },
    dialog: { state: true },
    againClosed: { state: true },
    removing: { state: true },
  };

  #navigator = new Navigator(this);
  #chatId = '';

  constructor() {
    super();
    /** @type {View | undefined} */
    this.view = undefined;
    /** @type {Intents} */
    this.intents;
    /** @type {'shortcuts' | null} */
    this.dialog = null;
    this.againClosed = false;
    /** @type {number | null} the message that is about to be deleted */
    this.removing = null;
    this.addEventListener('cx-remove', event => {
      this.removing = /** @type {CustomEvent<number>} */ (event).detail;
    });
    this.addEventListener('cx-menu', event => this.#menu(/** @type {CustomEvent<HTMLElement>} */ (event).detail));
    this.addEventListener('cx-chosen', event => this.#chosen(/** @type {CustomEvent<string>} */ (event).detail));
    document.addEventListener('keydown', event => this.#navigator.keydown(event));
  }

  get sidebar() {
    return /** @type {CxSidebar | null} */ (this.querySelector('cx-sidebar'));
  }

  get log() {
    return /** @type {CxLog | null} */ (this.querySelector('cx-log'));
  }

  get composer() {
    return /** @type {CxComposer | null} */ (this.querySelector('cx-composer'));
  }

  /** @override @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('view') && !this.view?.signInAgain) {
      this.againClosed = false;
    }
    if (this.view?.screen !== 'app') {
      this.dialog = null;
    }
  }

  /** @override */
  render() {
    const { view, intents } = this;
    if (view?.screen !== 'app') {
      return nothing;
    }
    const { chat } = view;
    return html`<header>
        <h1 class="sr-only">${t('app.name')}</h1>
        ${chat?.items.length ? html`<a class="skip" href="#messages" @click=${this.#skip}>${t('app.skipToMessages')}</a>` : nothing}
        ${chat?.composer.canSend ? html`<a class="skip" href="#composer" @click=${this.#skip}>${t('app.skipToComposer')}</a>` : nothing}
        ${view.strip ? strip(view.strip, intent => this.#connect(intent)) : nothing}
      </header>
      <div class="panes ${chat ? 'has-chat' : ''}">
        <nav class="pane pane-list" aria-label=${t('list.label')}><cx-sidebar .list=${view.list} .intents=${intents}></cx-sidebar>${grip()}</nav>
        <main class="pane pane-chat ${chat ? `person hue-${chat.person.hue}` : ''}">${chat ? chatPane(chat, intents, view.list.dimmed) : noChat(view.list.status)}</main>
      </div>
      ${toasts(view.toasts, intents)}
      ${this.#dialogs(view)}
      ${liveRegions(view.announcements, view.strip)}`;
  }

  /** @param {View} view */
  #dialogs(view) {
    const { intents } = this;
    const close = () => {
      this.dialog = null;
    };
    const again = view.signInAgain && !this.againClosed ? view.signInAgain : null;
    return html`${view.people ? html`<cx-switcher .people=${view.people} .intents=${intents} @cx-close=${() => intents.closePeople()}></cx-switcher>` : nothing}
      ${view.account ? html`<cx-settings .account=${view.account} .me=${view.me} .settings=${view.settings} .intents=${intents} @cx-close=${() => intents.closeSettings()}></cx-settings>` : nothing}
      ${this.dialog === 'shortcuts' ? html`<cx-shortcuts @cx-close=${close}></cx-shortcuts>` : nothing}
      ${view.chat?.details ? html`<cx-details .details=${view.chat.details} @cx-close=${() => intents.showDetails(null)}></cx-details>` : nothing}
      ${this.removing !== null && view.chat ? this.#confirm(this.removing) : nothing}
      ${again ? html`<cx-sign-in-again .again=${again} .intents=${intents} @cx-close=${() => {
        this.againClosed = true;
      }}></cx-sign-in-again>` : nothing}`;
  }

  /** @param {number} seq */
  #confirm(seq) {
    return html`<cx-confirm @cx-confirmed=${() => this.intents.remove(seq)} @cx-close=${() => {
      this.removing = null;
    }}></cx-confirm>`;
  }

  /** @override */
  updated() {
    const id = this.view?.chat?.id ?? '';
    const opened = id !== this.#chatId && id !== '';
    const closed = id === '' && this.#chatId !== '';
    this.#chatId = id;
    if (opened && matchMedia('(pointer: fine)').matches) {
      this.updateComplete.then(() => this.#navigator.focusComposer());
    } else if (closed) {
      this.sidebar?.focusRow();
    }
  }

  /** It is open already, so nothing changes but the place to go on. @param {string} id */
  #chosen(id) {
    if (id === this.#chatId) {
      this.#navigator.focusComposer();
    }
  }

  /** @param {'retryNow' | 'signInAgain'} intent */
  #connect(intent) {
    if (intent === 'retryNow') {
      this.intents.retryNow();
    } else {
      this.againClosed = false;
    }
  }

  /** @param {HTMLElement} opener */
  #menu(opener) {
    openMenu(opener, [
      { icon: 'archive', label: t(this.view?.list.archive ? 'list.back' : 'list.archived'), run: () => this.intents.showArchive(!this.view?.list.archive) },
      { icon: 'sliders', label: t('settings.title'), run: () => this.open('settings') },
      { icon: 'keys', label: t('keys.title'), run: () => this.open('shortcuts') },
      { icon: 'leave', label: t('auth.signOut'), run: () => this.intents.signOut() },
    ]);
  }

  /** @param {'settings' | 'shortcuts'} dialog */
  open(dialog) {
    if (dialog === 'settings') {
      this.intents.openSettings();
    } else {
      this.dialog = dialog;
    }
  }

  /** @param {MouseEvent} event */
  #skip(event) {
    event.preventDefault();
    if (/** @type {HTMLAnchorElement} */ (event.currentTarget).hash === '#composer') {
      this.#navigator.focusComposer();
    } else {
      this.#navigator.focusLog();
    }
  }
}

define('app', CxApp);
