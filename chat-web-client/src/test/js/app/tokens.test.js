import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { oneLine } from '../../../main/resources/META-INF/resources/app/text/graphemes.js';
import { tokens } from '../../../main/resources/META-INF/resources/app/text/tokens.js';
import { random } from './support.js';

/** @param {string} text */
const source = text =>
  tokens(text)
    .map(token => token.source)
    .join('');
/** @param {string} text */
const shape = text => tokens(text).map(token => `${token.type}:${'text' in token ? token.text : token.source}`);

describe('tokens', () => {
  test('marks emphasis at the edges of words only', () => {
    assert.deepEqual(shape('a *b* c'), ['text:a ', 'emphasis:*b*', 'text: c']);
    assert.deepEqual(shape('_b_ **c** ~~d~~'), ['emphasis:_b_', 'text: ', 'strong:**c**', 'text: ', 'strike:~~d~~']);
    for (const plain of [
      '2 * 3 * 4',
      'snake_case_name',
      'имя_поля_тут',
      '***x***',
      '* a *',
      '**',
      '****',
      'a*b*c',
      'a*b* c',
      '*a\nb*',
    ]) {
      assert.deepEqual(shape(plain), [`text:${plain}`]);
    }
  });

  test('nests emphasis, and leaves what is not closed', () => {
    const [bold] = tokens('**a _b_ c**');
    assert.deepEqual(
      bold.children.map(child => child.type),
      ['text', 'emphasis', 'text'],
    );
    assert.deepEqual(shape('*a **b* c'), ['emphasis:*a **b*', 'text: c']);
    assert.deepEqual(shape('*a _b'), ['text:*a _b']);
  });

  test('keeps code as it is', () => {
    assert.deepEqual(shape('see `*a* http://b.c` now'), ['text:see ', 'code:*a* http://b.c', 'text: now']);
    assert.deepEqual(tokens('```js\nlet a\n\nb\n```'), [
      { type: 'code', source: '```js\nlet a\n\nb\n```', text: 'let a\n\nb', block: true },
    ]);
    assert.deepEqual(shape('a ` b'), ['text:a ` b']);
    assert.deepEqual(shape('a `b\nc`'), ['text:a `b\nc`']);
    assert.deepEqual(shape('``a`b``'), ['code:a`b']);
  });

  test('never makes HTML of anything', () => {
    for (const text of ['<b>x</b>', '<img src=x onerror=alert(1)>', '&lt;', '# heading', '[a](javascript:alert(1))']) {
      assert.deepEqual(shape(text), [`text:${text}`]);
    }
  });

  test('shows one to three emoji alone large', () => {
    assert.deepEqual(shape('👨‍👩‍👧‍👦 🇩🇪'), ['emoji:👨‍👩‍👧‍👦', 'text: ', 'emoji:🇩🇪']);
    assert.deepEqual(shape('👍👍👍👍'), ['text:👍👍👍👍']);
    assert.deepEqual(shape('ok 👍'), ['text:ok 👍']);
  });

  test('gives back its input, whatever it is', () => {
    const pieces = [
      'a',
      ' ',
      '\n',
      '*',
      '**',
      '_',
      '~~',
      '`',
      '```',
      '``',
      'http://',
      'https://a.b/c',
      '(',
      ')',
      '.',
      '👍',
      '👨‍👩‍👧',
      '\u202e',
      '\u200b',
      'é',
      'e\u0301',
      'аррӏе',
      '<',
      '>',
      '&',
      '\ud800',
      'mailto:',
      'x@y.z',
      '://',
      'javascript:',
      '\u0000',
      '1️⃣',
      '🇩🇪',
      '\t',
      '-',
      '#',
      '[',
      '](',
      '例え',
    ];
    const next = random(18);
    for (let run = 0; run < 3000; run++) {
      const text = Array.from({ length: 1 + Math.floor(next() * 30) }, () => pieces[Math.floor(next() * pieces.length)]).join('');
      assert.equal(source(text), text, JSON.stringify(text));
    }
  });

  test('gives back random code points too, and marks of children add up', () => {
    const check = token =>
      token.children &&
      assert.equal(token.mark + token.children.map(child => (check(child), child.source)).join('') + token.mark, token.source);
    const next = random(4);
    for (let run = 0; run < 500; run++) {
      const text = Array.from({ length: 40 }, () =>
        String.fromCodePoint(Math.floor(next() * (next() < 0.5 ? 0x7f : 0x1ffff))),
      ).join('');
      assert.equal(source(text), text);
      tokens(text).forEach(check);
    }
  });

  test('takes linear time for 4,000 hostile code points', () => {
    const hostile = {
      marks: 'a' + '\u0301'.repeat(3999),
      bidi: '\u202e'.repeat(4000),
      zeroWidth: '\u200b'.repeat(4000),
      joiners: '👨‍'.repeat(2000),
      flags: '🇩'.repeat(4000),
      ticks: '` '.repeat(2000),
      tickRuns: Array.from({ length: 88 }, (_, i) => '`'.repeat(i + 1)).join(' '),
      openers: '*a '.repeat(1333),
      mixed: '*a _b **c ~~d '.repeat(285),
      closers: 'a* '.repeat(1333),
      schemes: 'http://'.repeat(571),
      schemesAfterMarks: '_http://'.repeat(500),
      brackets: `http://a${')'.repeat(3990)}`,
      opening: `http://a${'('.repeat(3990)}`,
      host: `http://${Array.from({ length: 3990 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('')}`,
      lines: '`\n'.repeat(2000),
    };
    for (const text of Object.values(hostile)) tokens(text);
    for (const [name, text] of Object.entries(hostile)) {
      const times = Array.from({ length: 3 }, () => {
        const began = performance.now();
        tokens(text);
        oneLine(text, 120);
        return performance.now() - began;
      });
      assert.ok(Math.min(...times) < 50, `${name}: ${Math.min(...times)} ms`);
    }
  });
});
