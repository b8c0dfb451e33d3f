import { html } from 'lit';
import { t } from '../i18n/t.js';

const LEAST = 280;
const MOST = 420;
const USUAL = 340;
const STEP = 10;

/** Read again before the first paint, by theme.js. */
const KEY = 'chatty.list-width';

let width = Number(remembered()) || USUAL;

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** @param {number} wanted @param {HTMLElement} grip */
function set(wanted, grip) {
  width = Math.round(Math.min(MOST, Math.max(LEAST, wanted)));
  document.documentElement.style.setProperty('--list-chosen', `${width}px`);
  grip.setAttribute('aria-valuenow', String(width));
  try {
    localStorage.setItem(KEY, String(width));
  } catch {
    // Without storage the width holds until the page is closed.
  }
}

/** @param {PointerEvent} event */
function dragged(event) {
  const grip = /** @type {HTMLElement} */ (event.currentTarget);
  if (grip.hasPointerCapture(event.pointerId)) {
    const pane = /** @type {HTMLElement} */ (grip.parentElement).getBoundingClientRect();
    set(isRtl() ? pane.right - event.clientX : event.clientX - pane.left, grip);
  }
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  const forward = isRtl() ? 'ArrowLeft' : 'ArrowRight';
  const back = isRtl() ? 'ArrowRight' : 'ArrowLeft';
  const next = { [forward]: width + STEP, [back]: width - STEP, Home: LEAST, End: MOST }[event.key];
  if (next !== undefined) {
    event.preventDefault();
    set(next, /** @type {HTMLElement} */ (event.currentTarget));
  }
}

const isRtl = () => document.documentElement.dir === 'rtl';

/** The edge of the list, which can be dragged, or moved by arrow keys. */
export const grip = () => html`<div class="grip" role="separator" aria-orientation="vertical" tabindex="0" aria-label=${t('list.width')}
  aria-valuemin=${LEAST} aria-valuemax=${MOST} aria-valuenow=${width} @keydown=${pressed} @pointermove=${dragged}
  @pointerdown=${(/** @type {PointerEvent} */ event) => /** @type {HTMLElement} */ (event.currentTarget).setPointerCapture(event.pointerId)}></div>`;
