import { html, nothing } from 'lit';
import { t } from '../i18n/t.js';
import { openConversationMenu } from './conversation-menu.js';
import { icon } from './icons.js';
import { empty, stamp } from './parts.js';
import './composer.js';
import './log.js';

/** @typedef {import('../store/types.js').ChatView} ChatView */
/** @typedef {import('../store/intents.js').Intents} Intents */

/**
 * One conversation: who it is with, what was written, and the field to write in.
 *
 * @param {ChatView} chat
 * @param {Intents} intents
 * @param {boolean} dimmed presence is not to be believed
 */
export const chatPane = (chat, intents, dimmed) => html`${head(chat, intents, dimmed)}
  ${content(chat, intents)}
  ${typing(chat)}
  <cx-composer .conversationId=${chat.id} .composer=${chat.composer} .intents=${intents} @cx-unblock=${() => intents.unblock(chat.person.id)}></cx-composer>`;

/** No conversation is open. @param {import('../store/types.js').ListView['status']} list whether there is one to choose */
export function noChat(list) {
  switch (list) {
    case 'loading':
      return nothing;
    case 'ready':
      return empty({ title: t('chat.choose') });
    case 'empty':
      return empty({ title: t('app.tagline'), text: t('chat.first') });
    default:
      return empty({ title: t('app.tagline') });
  }
}

/** @param {ChatView} chat @param {Intents} intents @param {boolean} dimmed */
const head = ({ person, refreshing, row }, intents, dimmed) => html`<header class="chat-head">
  <button class="icon-button only-phone" type="button" aria-label=${t('chat.back')} @click=${() => intents.closeConversation()}>${icon('back', 'flips')}</button>
  ${stamp(person, { dimmed })}
  <div class="names">
    <h2 class="cut" dir="auto">${person.name}</h2>
    <p class="presence cut ${dimmed ? '' : person.presence}">${person.presenceText}</p>
  </div>
  <button class="icon-button" type="button" aria-haspopup="menu" aria-label=${t('chat.more')} title=${t('chat.more')}
    @click=${(/** @type {MouseEvent} */ event) => openConversationMenu(/** @type {HTMLElement} */ (event.currentTarget), row, intents)}>${icon('more')}</button>
  ${refreshing ? html`<span class="refreshing" aria-hidden="true"></span>` : nothing}
</header>`;

/** @param {ChatView} chat @param {Intents} intents */
function content(chat, intents) {
  if (chat.status === 'error') {
    return empty({ title: t('chat.error'), action: { label: t('chat.tryAgain'), run: () => intents.reloadHistory(chat.id) } });
  }
  if (chat.status === 'ready' && chat.empty) {
    return html`<div class="sheet"><div class="sheet-page column"><p class="greeting" dir="auto">${chat.greeting}</p></div></div>`;
  }
  return html`<cx-log .chat=${chat} .intents=${intents}></cx-log>`;
}

/** The line keeps its place when nobody writes, so that nothing moves. @param {ChatView} chat */
const typing = chat => html`<div class="typing column">${chat.typing === null ? nothing : html`<span class="pen-box" aria-hidden="true"
  ><span class="pen-line"><svg viewBox="0 0 34 12" width="34" height="12" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"
  ><path d="M1.5 8c3-7 5-7 5-2s2 5 4.5 0 3.5-4 4 0 2.5 3.5 4.5 0 3.5-3 4.5 0 3 2 7.5-1"></path></svg></span></span><span class="cut" dir="auto">${chat.typing}</span>`}</div>`;
