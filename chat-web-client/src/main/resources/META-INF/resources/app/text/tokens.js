import { graphemes, isLargeEmoji } from './graphemes.js';
import { links } from './links.js';

/**
 * The text of a message as a tree. Nothing here is ever HTML: components make text nodes of it.
 * The sources of all tokens, put together, are the input again.
 *
 * @typedef {{ type: 'text', source: string }} Text
 * @typedef {{ type: 'emoji', source: string }} Emoji one of up to three that stand alone: shown large
 * @typedef {{ type: 'link', source: string, text: string, href: string }} LinkToken show `text`, never `source`
 * @typedef {{ type: 'code', source: string, text: string, block: boolean }} Code `block`: fenced, on lines of its own
 * @typedef {{ type: 'strong' | 'emphasis' | 'strike', mark: string, source: string, children: Token[] }} Styled
 * @typedef {Text | Emoji | LinkToken | Code | Styled} Token
 */

const STYLES = /** @type {const} */ ({ '**': 'strong', '*': 'emphasis', _: 'emphasis', '~~': 'strike' });
const FENCE = 3;
const LETTER_BEFORE = /[\p{L}\p{N}]$/u;
const LETTER_AFTER = /^[\p{L}\p{N}]/u;
const SPECIAL = /[*_~\n]/;

/** @param {string} text @param {number} from */
function lineEnd(text, from) {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/**
 * Spans of code: runs of backticks, closed by the next run of equal length; a run of one or two only on its own line.
 *
 * @param {string} text
 * @returns {Array<{ start: number, end: number, token: Code }>}
 */
function codes(text) {
  /** @typedef {{ start: number, length: number, partner: Run | undefined }} Run `partner`: the next one of this length */
  /** @type {Map<number, Run>} */
  const latest = new Map();
  /** @type {Run[]} */
  const runs = [];
  for (const { 0: ticks, index } of text.matchAll(/`+/g)) {
    const run = { start: index, length: ticks.length, partner: undefined };
    const before = latest.get(run.length);
    if (before) before.partner = run;
    latest.set(run.length, run);
    runs.push(run);
  }
  const spans = [];
  let line = -1;
  let past = 0;
  for (const { start, length, partner: close } of runs) {
    if (!close || start < past) continue;
    if (line < start) line = lineEnd(text, start);
    const inner = text.slice(start + length, close.start);
    if (length < FENCE && (close.start > line || inner.trim() === '')) continue;
    const end = close.start + length;
    const shown = length < FENCE ? inner : inner.replace(/^[\w+#.-]*\n/, '').replace(/\n$/, '');
    spans.push({
      start,
      end,
      token: /** @type {Code} */ ({ type: 'code', source: text.slice(start, end), text: shown, block: length >= FENCE }),
    });
    past = end;
  }
  return spans;
}

/** @param {string} text @returns {Array<{ start: number, end: number, token: Token }>} code and links, in order */
function atoms(text) {
  const spans = text.includes('`') ? codes(text) : [];
  let i = 0;
  const linked = links(text)
    .filter(({ start, end }) => {
      let span = spans[i];
      while (span && span.end <= start) span = spans[++i];
      return !span || span.start >= end;
    })
    .map(({ start, end, href, text: shown }) => ({
      start,
      end,
      token: /** @type {LinkToken} */ ({ type: 'link', source: text.slice(start, end), text: shown, href }),
    }));
  return [...spans, ...linked].sort((a, b) => a.start - b.start);
}

/** Builds the tree in one pass: at most one mark of each kind is open, so nothing nests deeper than four. */
class Tree {
  /** @type {Token[]} */
  tokens = [];
  /** @type {Array<{ mark: keyof typeof STYLES, at: number }>} */
  #open = [];

  /** @param {Token} token */
  add(token) {
    this.tokens.push(token);
  }

  /** @param {string} source */
  text(source) {
    if (source !== '') this.tokens.push({ type: 'text', source });
  }

  /** @param {keyof typeof STYLES} mark @param {boolean} mayOpen @param {boolean} mayClose */
  mark(mark, mayOpen, mayClose) {
    const depth = this.#open.findIndex(open => open.mark === mark);
    const opened = this.#open[depth];
    if (opened && mayClose && opened.at < this.tokens.length - 1) {
      this.#open.length = depth;
      const children = merged(this.tokens.splice(opened.at).slice(1));
      const source = mark + children.map(child => child.source).join('') + mark;
      this.tokens.push({ type: STYLES[mark], mark, source, children });
      return;
    }
    if (mayOpen) {
      if (opened) this.#open.splice(depth, 1);
      this.#open.push({ mark, at: this.tokens.length });
    }
    this.text(mark);
  }

  /** Marks hold within one line. */
  line() {
    this.#open.length = 0;
    this.text('\n');
  }
}

/** @param {Token[]} tokens @returns {Token[]} neighbouring texts as one */
function merged(tokens) {
  /** @type {Token[]} */
  const out = [];
  /** @type {string[]} */
  let run = [];
  const flush = () => {
    if (run.length > 0) out.push({ type: 'text', source: run.join('') });
    run = [];
  };
  for (const token of tokens) {
    if (token.type === 'text') {
      run.push(token.source);
    } else {
      flush();
      out.push(token);
    }
  }
  flush();
  return out;
}

/** @param {Tree} tree @param {string} text @param {number} from @param {number} to a stretch without code and links */
function styled(tree, text, from, to) {
  const marks = /\n|\*+|_+|~+/g;
  marks.lastIndex = from;
  let at = from;
  for (let match = marks.exec(text); match && match.index < to; match = marks.exec(text)) {
    const end = Math.min(match.index + match[0].length, to);
    const mark = text.slice(match.index, end);
    tree.text(text.slice(at, match.index));
    at = end;
    if (mark === '\n') {
      tree.line();
    } else if (Object.hasOwn(STYLES, mark)) {
      const before = text.slice(Math.max(0, match.index - 2), match.index);
      const after = text.slice(end, end + 2);
      const mayOpen = /^\S/.test(after) && !LETTER_BEFORE.test(before);
      const mayClose = /\S$/.test(before) && !LETTER_AFTER.test(after);
      tree.mark(/** @type {keyof typeof STYLES} */ (mark), mayOpen, mayClose);
    } else {
      tree.text(mark);
    }
  }
  tree.text(text.slice(at, to));
}

/**
 * Takes time in proportion to the text, whatever is in it.
 *
 * @param {string} text
 * @returns {Token[]}
 */
export function tokens(text) {
  if (isLargeEmoji(text)) {
    return graphemes(text).map(part => (part.trim() === '' ? { type: 'text', source: part } : { type: 'emoji', source: part }));
  }
  const tree = new Tree();
  let at = 0;
  for (const { start, end, token } of atoms(text)) {
    styled(tree, text, at, start);
    tree.add(token);
    at = end;
  }
  if (at === 0 && !SPECIAL.test(text)) return text === '' ? [] : [{ type: 'text', source: text }];
  styled(tree, text, at, text.length);
  return merged(tree.tokens);
}
