import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../i18n/t.js';
import { icon } from './icons.js';
import { seal } from './parts.js';
import { chips } from './reactions.js';
import { text } from './text.js';

/** @typedef {import('../store/types.js').MessageView} MessageView */
/** @typedef {import('../store/types.js').UnreadItem} UnreadItem */
/** @typedef {import('../store/types.js').GapItem} GapItem */
/** @typedef {import('../store/intents.js').Intents} Intents */
/** @typedef {import('./sections.js').Rows} Rows */
/** @typedef {import('./sections.js').Section} Section */
/** @typedef {{ conversationId: string, intents: Intents, fresh: ReadonlySet<string> }} Context */

/** The page above, while it comes or where it could not be had. @param {import('../store/types.js').ChatView} chat @param {Intents} intents */
export const top = ({ id, older }, intents) => html`<div class="log-top">${older === 'error'
  ? html`<span>${t('chat.older.error')} <button class="link" type="button" @click=${() => intents.loadOlder(id)}>${t('chat.tryAgain')}</button></span>`
  : older === 'loading' ? t('chat.loading') : nothing}</div>`;

/** The way to the end, and how much is new there. @param {{ count: number, text: string }} jump @param {Intents} intents */
export const pill = ({ count, text: words }, intents) => html`<button class="jump ${count > 0 ? 'new' : ''}" type="button"
  aria-label=${count > 0 ? t('chat.toEnd.new', { count }) : t('chat.toEnd')} @click=${() => intents.jumpToEnd()}>${words}${icon('down')}</button>`;

/** @param {Section[]} days @param {Context} context */
export const dayList = (days, context) => repeat(days, day => day.key, day => html`<section class="day">
  ${day.day ? html`<h3 class="day-line"><time datetime=${day.day.dateTime}>${day.day.label}</time></h3>` : nothing}
  ${repeat(day.blocks, block => block.key, block => blockOf(block, context))}
</section>`);

/** @param {Rows | UnreadItem | GapItem} block @param {Context} context */
function blockOf(block, context) {
  if (block.type === 'rows') {
    return html`<ol role="list">${repeat(block.rows, row => row.key, row => guard([row, context.fresh.has(row.key)], () => message(row, context)))}</ol>`;
  }
  if (block.type === 'unread') {
    return html`<p class="unread-line" id="unread">${block.label}</p>`;
  }
  return gap(block, context);
}

/** @param {GapItem} item @param {Context} context */
const gap = (item, { conversationId, intents }) => html`<p class="gap-row ${item.status}" data-before=${item.beforeSeq}>
  ${item.status !== 'error'
    ? t('chat.gap.loading')
    : html`${t('chat.gap')} <button class="link" type="button" @click=${() => intents.loadGap(conversationId, item.beforeSeq)}>${t('chat.tryAgain')}</button>`}
</p>`;

/** @param {MessageView} row @param {Context} context */
function message(row, { intents, fresh }) {
  const { jumbo, body } = row.kind === 'text' ? text(row.text, meta(row)) : { jumbo: false, body: html`<div class="text" dir="auto">${row.text}${meta(row)}</div>` };
  return html`<li class="message ${row.own ? 'own' : ''} ${row.position} ${fresh.has(row.key) ? 'fresh' : ''}" tabindex="-1"
      data-key=${row.key} data-seq=${row.seq ?? nothing} aria-label=${row.label}>
    <div class="bubble ${row.kind} ${jumbo ? 'jumbo' : ''}">${row.quote ? quote(row.quote, intents) : nothing}${body}</div>
    ${row.reactions.length > 0 ? chips(row, intents) : nothing}
    ${row.failure ? failure(row, row.failure, intents) : nothing}
    ${row.showSealWord && !row.failure ? html`<p class="below" aria-hidden="true">${row.sealWord}</p>` : nothing}
  </li>`;
}

/** @param {import('../store/types.js').QuoteView} quoted @param {Intents} intents */
const quote = ({ seq, author, text: words }, intents) => html`<button class="quote" type="button" tabindex="-1" title=${t('message.toQuoted')}
  @click=${() => intents.goTo(seq)}>${author ? html`<strong class="cut" dir="auto">${author}</strong>` : nothing}<span class="cut" dir="auto">${words}</span></button>`;

/** @param {MessageView} row */
const meta = row => (row.showTime || row.edited || (row.seal && row.showSeal)
  ? html`<span class="meta">${row.edited ? html`<span>${t('message.edited')}</span>` : nothing}${row.showTime
      ? html`<time datetime=${row.dateTime}>${row.time}</time>`
      : nothing}${row.seal && row.showSeal ? seal(row.seal, row.sealWord) : nothing}</span>`
  : nothing);

/** @param {MessageView} row @param {{ reason: string, canRetry: boolean }} why @param {Intents} intents */
const failure = (row, why, intents) => html`<div class="failure">
  <span>${why.reason}</span>
  ${why.canRetry ? html`<button class="link" type="button" @click=${() => intents.retry(row.clientMessageId)}>${t('message.retry')}</button>` : nothing}
  <button class="link" type="button" @click=${() => edit(row.clientMessageId, intents)}>${t('message.edit')}</button>
  <button class="link danger" type="button" @click=${(/** @type {MouseEvent} */ { currentTarget }) => discard(/** @type {Element} */ (currentTarget), row.clientMessageId, intents)}>${t('message.delete')}</button>
</div>`;

/** The text goes back into the field, and the focus with it. @param {string} clientMessageId @param {Intents} intents */
export function edit(clientMessageId, intents) {
  intents.editFailed(clientMessageId);
  document.getElementById('composer')?.focus();
}

/** The focus goes to the next row before this one is gone. @param {Element} part of a row @param {string} clientMessageId @param {Intents} intents */
export function discard(part, clientMessageId, intents) {
  const rows = [...document.querySelectorAll('.message')];
  const at = rows.indexOf(/** @type {Element} */ (part.closest('.message')));
  /** @type {HTMLElement | undefined} */ (rows[at + 1] ?? rows[at - 1])?.focus();
  intents.discard(clientMessageId);
}
