import { html } from 'lit';
import { t } from '../i18n/t.js';
import { tokens } from '../text/tokens.js';
import { icon } from './icons.js';

/** @typedef {import('../text/tokens.js').Token} Token */

/**
 * The words of a message. They become text nodes and attributes, never markup.
 *
 * @param {string} source
 * @param {unknown} meta stands at the end of the last line
 */
export function text(source, meta) {
  const parts = tokens(source);
  const jumbo = parts.length > 0 && parts.every(part => part.type === 'emoji' || (part.type === 'text' && part.source.trim() === '')) &&
    parts.some(part => part.type === 'emoji');
  return { jumbo, body: html`<div class="text" dir="auto">${parts.map(piece)}${meta}</div>` };
}

/** @param {Token} token @returns {unknown} */
function piece(token) {
  switch (token.type) {
    case 'link':
      return html`<a href=${token.href} target="_blank" rel="noopener noreferrer nofollow">${token.text}</a>`;
    case 'code':
      return token.block ? code(token.text) : html`<code>${token.text}</code>`;
    case 'strong':
      return html`<strong>${token.children.map(piece)}</strong>`;
    case 'emphasis':
      return html`<em>${token.children.map(piece)}</em>`;
    case 'strike':
      return html`<s>${token.children.map(piece)}</s>`;
    case 'emoji':
      return html`<span class="emoji">${token.source}</span>`;
    default:
      return token.source;
  }
}

/** @param {string} source */
const code = source => html`<div class="code" dir="ltr"><pre tabindex="0">${source}</pre
  ><button class="icon-button" type="button" aria-label=${t('message.copy')} title=${t('message.copy')} @click=${() => copy(source)}>${icon('copy')}</button></div>`;

/**
 * Copies in a page without a secure context too, where there is no clipboard interface.
 *
 * @param {string} source
 */
export async function copy(source) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(source);
    return;
  }
  const field = document.createElement('textarea');
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  field.value = source;
  field.className = 'sr-only';
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
  before?.focus();
}
