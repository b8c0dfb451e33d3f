import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../i18n/t.js';
import { icon } from './icons.js';

/** @typedef {import('../store/types.js').StripView} StripView */
/** @typedef {import('../store/types.js').Toast} Toast */
/** @typedef {import('../store/types.js').Announcement} Announcement */
/** @typedef {import('../store/intents.js').Intents} Intents */

/**
 * What is wrong with the connection, and what will happen.
 *
 * @param {StripView} view
 * @param {(intent: NonNullable<StripView['intent']>) => void} act
 */
export const strip = ({ kind, text, short, intent, actionLabel }, act) => html`<div class="strip kind-${kind}">
  <span class="only-wide">${text}</span><span class="only-phone">${short}</span>
  ${intent ? html`<button class="link" type="button" @click=${() => act(intent)}>${actionLabel}</button>` : nothing}
</div>`;

/** @param {ReadonlyArray<Toast>} list @param {Intents} intents */
export const toasts = (list, intents) => html`<div class="toasts">${repeat(list, toast => toast.id, toast => html`<div class="toast ${toast.kind}" role=${toast.kind === 'error' ? 'alert' : 'status'}>
  <span>${toast.text}</span>
  ${toast.action ? html`<button class="link" type="button" @click=${() => act(intents, toast)}>${toast.action.label}</button>` : nothing}
  <button class="icon-button" type="button" aria-label=${t('toast.dismiss')} @click=${() => intents.dismissToast(toast.id)}>${icon('close')}</button>
</div>`)}</div>`;

/** @param {Intents} intents @param {Toast} toast */
function act(intents, { id, action }) {
  intents.dismissToast(id);
  if (action) {
    const { [action.intent]: intent } = /** @type {Record<string, (...args: ReadonlyArray<unknown>) => void>} */ (/** @type {unknown} */ (intents));
    intent?.(...action.args);
  }
}

/**
 * The words for screen readers: with the toasts the only live regions of the page. The connection has one of its own, so that what it says
 * takes the place of what it said.
 *
 * @param {ReadonlyArray<Announcement>} list
 * @param {StripView | null} connection
 */
export const liveRegions = (list, connection) => html`<div class="sr-only" aria-live="polite">${spoken(list, false)}</div>
  <div class="sr-only" role="status" aria-atomic="true">${connection?.spoken ?? ''}</div>
  <div class="sr-only" aria-live="assertive">${spoken(list, true)}</div>`;

/** @param {ReadonlyArray<Announcement>} list @param {boolean} urgent */
const spoken = (list, urgent) => repeat(list.filter(said => said.urgent === urgent), said => said.id, said => html`<p>${said.text}</p>`);
