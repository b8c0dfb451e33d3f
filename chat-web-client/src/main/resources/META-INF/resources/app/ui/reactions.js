import { html } from 'lit';
import { t } from '../i18n/t.js';
import { popUp } from './menu.js';

/** @typedef {import('../store/types.js').MessageView} MessageView */
/** @typedef {import('../store/intents.js').Intents} Intents */

/** What a double click means. */
export const FAVOURITE = '👍';
const COLUMNS = 6;
const CHOICE = [FAVOURITE, '❤️', '😂', '😮', '😢', '🙏', '🎉', '🔥', '👏', '✅', '👀', '💯', '😍', '🤔', '😅', '👎', '🚀', '☕'];

/**
 * A few emoji to react with.
 *
 * @param {HTMLElement} anchor
 * @param {MessageView} message
 * @param {Intents} intents
 * @param {HTMLElement} opener gets the focus back
 */
export function openReactions(anchor, { seq, reactions }, intents, opener) {
  if (seq === null) {
    return;
  }
  const mine = new Set(reactions.filter(reaction => reaction.mine).map(reaction => reaction.emoji));
  popUp({ anchor, opener, label: t('message.react'), classes: 'emoji-menu', columns: COLUMNS }, choose => CHOICE.map(emoji => html`<button
    type="button" role="menuitemcheckbox" tabindex="-1" aria-checked=${mine.has(emoji) ? 'true' : 'false'} aria-label=${emoji}
    @click=${() => choose(() => intents.react(seq, emoji))}>${emoji}</button>`));
}

/** Who reacted with what; a press joins in, or leaves. @param {MessageView} message @param {Intents} intents */
export const chips = ({ seq, reactions }, intents) => html`<div class="chips">${reactions.map(({ emoji, count, mine, label }) => html`<button
  class="chip" type="button" tabindex="-1" aria-pressed=${mine ? 'true' : 'false'} aria-label=${label} title=${label}
  @click=${() => intents.react(/** @type {number} */ (seq), emoji)}><span class="emoji">${emoji}</span>${count}</button>`)}</div>`;
