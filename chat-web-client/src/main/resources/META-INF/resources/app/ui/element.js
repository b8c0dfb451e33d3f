import { LitElement } from 'lit';

/** @typedef {import('../store/types.js').View} View */
/** @typedef {import('../store/intents.js').Intents} Intents */

/**
 * The base of all components: rendered into the light DOM, so that labels, selection, find-in-page
 * and password managers work across them.
 */
export class CxElement extends LitElement {
  /** @override */
  createRenderRoot() {
    return this;
  }
}

/**
 * @param {string} name without the prefix
 * @param {CustomElementConstructor} type
 */
export function define(name, type) {
  if (!customElements.get(`cx-${name}`)) {
    customElements.define(`cx-${name}`, type);
  }
}
