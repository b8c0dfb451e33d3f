import { asciiHost } from './punycode.js';

/**
 * @typedef {object} Link
 * @property {number} start
 * @property {number} end
 * @property {string} href where it leads, normalised
 * @property {string} text what to show: the source, its host in Punycode where the letters could deceive
 */

const START = /(?:https?:\/\/|mailto:)/giu;
/** What ends a link besides white space: quotes, brackets of tags, control, invisible and direction characters. */
const END = /[\s<>"`\p{Cc}\p{Cf}]/u;
const WORD_BEFORE = /[\p{L}\p{N}_]$/u;
const TRAILING = new Set(".,:;!?'*_~|…。、，！？：；’”»)]}");
const OPENING = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

/** The longest name the DNS carries. */
const HOST_UNITS = 253;
const ASCII = /^[\x00-\x7f]*$/;
const LATIN = '0-9a-z\u00df-\u024f\u1e00-\u1eff';
const EAST_ASIAN = [
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\u30fc',
  '\\p{Script=Han}\\p{Script=Bopomofo}',
  '\\p{Script=Han}\\p{Script=Hangul}',
];
const ALONE = [
  'Arabic',
  'Armenian',
  'Bengali',
  'Cyrillic',
  'Devanagari',
  'Ethiopic',
  'Georgian',
  'Greek',
  'Gujarati',
  'Gurmukhi',
  'Hebrew',
  'Kannada',
  'Khmer',
  'Lao',
  'Malayalam',
  'Myanmar',
  'Oriya',
  'Sinhala',
  'Tamil',
  'Telugu',
  'Thaana',
  'Thai',
  'Tibetan',
];
/**
 * The "highly restrictive" profile of Unicode TR 39 section 5.2, over the whole host: one script, or Latin with the
 * scripts of one East Asian language. Latin is cut to what European languages and Vietnamese write.
 */
const HONEST = [LATIN, ...EAST_ASIAN.map(scripts => LATIN + scripts), ...ALONE.map(script => `0-9\\p{Script=${script}}`)].map(
  letters => new RegExp(`^[${letters}.-]+$`, 'u'),
);

/** @param {string} host as written @param {string} reached as the browser understands it */
function shownHost(host, reached) {
  if (ASCII.test(host)) return host.toLowerCase() === reached ? host : reached;
  const lower = host.toLowerCase();
  // Shown as written only if nothing in it deceives and what is written leads where it seems to.
  return HONEST.some(letters => letters.test(lower)) && asciiHost(host) === reached ? host : reached;
}

/** Without the punctuation of the sentence around it; brackets stay if they are balanced. @param {string} text */
function withoutTrailing(text) {
  /** @type {Map<string, number>} */
  const count = new Map();
  for (const char of text) count.set(char, (count.get(char) ?? 0) + 1);
  const of = (/** @type {string} */ char) => count.get(char) ?? 0;
  let end = text.length;
  for (; end > 0; end--) {
    const last = text.charAt(end - 1);
    if (!TRAILING.has(last)) break;
    const opening = OPENING.get(last);
    if (opening && of(opening) >= of(last)) break;
    count.set(last, of(last) - 1);
  }
  return text.slice(0, end);
}

/** @param {string} source @param {number} start @returns {Link | null} */
function linkOf(source, start) {
  const end = start + source.length;
  if (/^mailto:/i.test(source)) {
    const [, before = '', host = '', rest = ''] = /^(mailto:[^@/\\?]+@)([^@/\\?%]+)(\?.*)?$/isu.exec(source) ?? [];
    return host === '' ? null : { start, end, href: source, text: before + shownHost(host, asciiHost(host)) + rest };
  }
  const [, scheme = '', host = '', port = '', rest = ''] = /^(https?:\/\/)([^/?#:]*)(:\d*)?(.*)$/isu.exec(source) ?? [];
  // A name before the host is a costume ("https://bank.example@evil.example"), a backslash a trick: such text is no link.
  if (host === '' || host.length > HOST_UNITS || /[@%\\]/.test(host) || !/^(?:[/?#]|$)/.test(rest)) return null;
  try {
    const url = new URL(source);
    return { start, end, href: url.href, text: scheme + shownHost(host, url.hostname) + port + rest };
  } catch {
    return null;
  }
}

/**
 * Links to pages (http, https) and mailboxes (mailto), nothing else. Takes time in proportion to the text.
 *
 * @param {string} text
 * @returns {Link[]} in order, not overlapping
 */
export function links(text) {
  /** @type {Link[]} */
  const found = [];
  START.lastIndex = 0;
  for (let match = START.exec(text); match; match = START.exec(text)) {
    if (WORD_BEFORE.test(text.slice(Math.max(0, match.index - 2), match.index))) continue;
    const length = text.slice(match.index).search(END);
    const extent = length < 0 ? text.length : match.index + length;
    const link = linkOf(withoutTrailing(text.slice(match.index, extent)), match.index);
    if (link) found.push(link);
    START.lastIndex = extent;
  }
  return found;
}
