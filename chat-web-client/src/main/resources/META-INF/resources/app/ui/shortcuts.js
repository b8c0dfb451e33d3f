import { html } from 'lit';
import { t } from '../i18n/t.js';
import { CxDialog } from './dialog.js';
import { define } from './element.js';
import { keyName, keyWords, SHORTCUTS } from './keys.js';

/** All shortcuts, from the table that also decides what a key does. */
export class CxShortcuts extends CxDialog {
  /** @override */
  heading() {
    return t('keys.title');
  }

  /** @override */
  body() {
    return html`<div class="dialog-body" tabindex="0" data-autofocus><dl class="keys">
      ${SHORTCUTS.map(({ name }) => html`<dt><kbd>${keyName(name)}</kbd></dt><dd>${keyWords(name)}</dd>`)}
    </dl></div>`;
  }
}

define('shortcuts', CxShortcuts);
