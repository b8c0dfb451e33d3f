import en from './en.json' with { type: 'json' };

/** @typedef {string | Readonly<Record<string, string>>} Words a sentence, or its forms by plural category */

/** @type {Readonly<Record<string, Words>>} */
const catalogue = en;
const plural = new Intl.PluralRules('en');

/** @param {string} key @returns {boolean} whether there are words for it */
export const has = key => Object.hasOwn(catalogue, key);

/**
 * @param {string} key of the catalogue; an unknown one is returned as it is
 * @param {Readonly<Record<string, string | number>>} [values] for `{name}` places; `count` chooses the plural form
 * @returns {string} plain text, never HTML
 */
export function t(key, values = {}) {
  const words = catalogue[key] ?? key;
  const form = typeof words === 'string' ? words : (words[plural.select(Number(values.count))] ?? words.other ?? key);
  return form.replace(/\{(\w+)\}/g, (place, name) => (Object.hasOwn(values, name) ? String(values[name]) : place));
}
