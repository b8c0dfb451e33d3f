import { html, nothing } from 'lit';

/** @typedef {import('../store/types.js').PersonView} PersonView */
/** @typedef {import('../store/types.js').Seal} Seal */

/**
 * A person as a postage stamp. Decoration: the name always stands beside it.
 *
 * @param {PersonView} person
 * @param {{ dimmed?: boolean, dot?: boolean }} [options] `dimmed`: presence is not to be believed
 */
export function stamp(person, { dimmed = false, dot = true } = {}) {
  return html`<span class="stamp person hue-${person.hue}" aria-hidden="true"
    ><span class="stamp-face"><span>${person.monogram}</span></span
    >${dot && person.presence !== 'offline' ? html`<span class="dot ${person.presence} ${dimmed ? 'dimmed' : ''}"></span>` : nothing}</span>`;
}

/**
 * How far a message has come: a ring that fills. The word is its title and stands in the label of the message.
 *
 * @param {Seal} state
 * @param {string} word
 */
export function seal(state, word) {
  const shape = state === 'failed'
    ? html`<svg class="seal failed" viewBox="0 0 11 11" aria-hidden="true"><rect class="ring" x=".75" y=".75" width="9.5" height="9.5"></rect><path class="bar" d="M5.5 2.8v3.2M5.5 8.1v.1"></path></svg>`
    : html`<svg class="seal ${state}" viewBox="0 0 11 11" aria-hidden="true"><circle class="ring" cx="5.5" cy="5.5" r="4.75"></circle><path class="half start" d="M5.8.75a4.75 4.75 0 0 0 0 9.5z"></path><path class="half end" d="M5.2.75a4.75 4.75 0 0 1 0 9.5z"></path></svg>`;
  return html`<span title=${word}>${shape}</span>`;
}

/** Six rows of paper-toned bars; they appear after 150 ms, so a quick answer shows none. */
export const bars = () => html`<div class="bars" aria-hidden="true">${Array.from({ length: 6 }, () => html`<div></div>`)}</div>`;

/**
 * A pane without content: what is so, and the next step.
 *
 * @param {{ title: string, text?: string, small?: string, action?: { label: string, run: () => void } }} words
 */
export const empty = ({ title, text, small, action }) => html`<div class="empty">
  <h2>${title}</h2>
  ${text ? html`<p>${text}</p>` : nothing}
  ${action ? html`<button class="button" type="button" @click=${action.run}>${action.label}</button>` : nothing}
  ${small ? html`<p class="small">${small}</p>` : nothing}
</div>`;
