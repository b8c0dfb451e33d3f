/** Characters as people see them, and what is made of them: emoji shown large, monograms, hues, limits. */

/** Intl.Segmenter is missing in older browsers; the pattern covers marks, joiners, modifiers, flags and keycaps. */
const SEGMENTER = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : null;
const CLUSTER =
  /\r\n|\p{RI}\p{RI}|(?:\u200d\p{Extended_Pictographic}|[^\p{M}\u200d])(?:\p{M}|\p{EMod}|\u200c|[\u{e0020}-\u{e007f}]|\u200d\p{Extended_Pictographic}?)*|[^]/gu;

const ELEMENT = '(?:\\p{Extended_Pictographic}\\ufe0f?\\p{EMod}?)';
const EMOJI = new RegExp(
  '^(?:\\p{RI}{2}' +
    '|[0-9#*]\\ufe0f?\\u20e3' +
    `|(?!\\p{RI})(?:\\p{Emoji_Presentation}\\ufe0f?\\p{EMod}?|\\p{Extended_Pictographic}(?:\\ufe0f|\\p{EMod}|(?=\\u200d)))` +
    `(?:\\u200d${ELEMENT})*(?:[\\u{e0020}-\\u{e007e}]+\\u{e007f})?)$`,
  'u',
);
/** The longest emoji in use, a family with skin tones, has 11 code points; three of them and the blanks between. */
const LARGE_UNITS = 80;
const LARGE_COUNT = 3;
const VISIBLE = /[^\p{White_Space}\p{C}\p{M}\u115f\u1160\u3164\uffa0\u2800]/u;
const MONOGRAM_UNITS = 12;
const CASED = /^[\p{Lu}\p{Ll}\p{Lt}\p{N}]/u;
const HUES = 24;

/** @param {string} text @param {boolean} [segmenter] false: without Intl.Segmenter @returns {string[]} */
export function graphemes(text, segmenter = true) {
  if (segmenter && SEGMENTER) return Array.from(SEGMENTER.segment(text), part => part.segment);
  return text.match(CLUSTER) ?? [];
}

/** @param {string} grapheme */
export const isEmoji = grapheme => EMOJI.test(grapheme);

/**
 * @param {string} text
 * @returns {boolean} one to three emoji and nothing else: the message is shown large
 */
export function isLargeEmoji(text) {
  if (text.length > LARGE_UNITS) return false;
  const parts = graphemes(text).filter(part => part.trim() !== '');
  return parts.length > 0 && parts.length <= LARGE_COUNT && parts.every(isEmoji);
}

/** The server's measure of length. @param {string} text */
export function codePoints(text) {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const pair = (text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
    if (pair) i++;
    count++;
  }
  return count;
}

/** Is there anything to see? Blanks and zero-width characters alone are refused by the server. @param {string} text */
export const isVisible = text => VISIBLE.test(text);

/**
 * @param {string} text
 * @param {number} limit graphemes
 * @returns {string} on one line; with an ellipsis where it was cut
 */
export function oneLine(text, limit) {
  // A bound on the work: 16 units per grapheme are plenty.
  const head = text.slice(0, limit * 16).replace(/[\ud800-\udbff]$/, '');
  const parts = graphemes(head.replace(/\s+/gu, ' ').trim());
  const cut = parts.length > limit || head.length < text.length;
  return parts.slice(0, limit).join('') + (cut ? '…' : '');
}

/** A letter with hundreds of marks on it becomes the bare letter. @param {string} grapheme */
function calm(grapheme) {
  const composed = grapheme.normalize('NFC');
  return composed.length <= MONOGRAM_UNITS && (composed.match(/\p{M}/gu) ?? []).length <= 3
    ? composed
    : String.fromCodePoint(/** @type {number} */ (composed.codePointAt(0)));
}

/** @param {string} letter capital, still one grapheme ("ß" would become two) */
const capital = letter => graphemes(letter.toUpperCase())[0] ?? letter;

/**
 * @param {string} name
 * @returns {string} the first letters of its first and last word ("Ada King" AK), the first two of a single word ("Alice" AL),
 *   one grapheme in scripts without capitals and for emoji, "?" if nothing can be shown
 */
export function monogram(name) {
  const words = name
    .split(/[\s\p{Pd}_.]+/u)
    .map(word =>
      graphemes(word)
        .filter(part => /[\p{L}\p{N}]/u.test(part) || isEmoji(part))
        .map(calm),
    )
    .filter(word => word.length > 0);
  const [initial, next] = words[0] ?? [];
  if (initial === undefined) return calm(graphemes(name).find(isVisible) ?? '?');
  const second = words.length > 1 ? words.at(-1)?.[0] : next;
  return second !== undefined && CASED.test(initial) && CASED.test(second) ? capital(initial) + capital(second) : capital(initial);
}

/**
 * @param {string} userId
 * @returns {number} 0 to 23, the same everywhere and for ever (FNV-1a, 32 bits, over UTF-16 units)
 */
export function hue(userId) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < userId.length; i++) {
    hash = Math.imul(hash ^ userId.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0) % HUES;
}
