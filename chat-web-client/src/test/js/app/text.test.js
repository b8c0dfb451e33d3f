import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codePoints, graphemes, hue, isLargeEmoji, isVisible, monogram, oneLine } from '../../../main/resources/META-INF/resources/app/text/graphemes.js';
import { links } from '../../../main/resources/META-INF/resources/app/text/links.js';
import { asciiHost, punycode } from '../../../main/resources/META-INF/resources/app/text/punycode.js';
import { tokens } from '../../../main/resources/META-INF/resources/app/text/tokens.js';
import { random } from './support.js';

/** @param {string} text */
const source = text => tokens(text).map(token => token.source).join('');
/** @param {string} text */
const shape = text => tokens(text).map(token => `${token.type}:${'text' in token ? token.text : token.source}`);
/** @param {string} text */
const hrefs = text => links(text).map(link => link.href);

describe('tokens', () => {
  test('marks emphasis at the edges of words only', () => {
    assert.deepEqual(shape('a *b* c'), ['text:a ', 'emphasis:*b*', 'text: c']);
    assert.deepEqual(shape('_b_ **c** ~~d~~'), ['emphasis:_b_', 'text: ', 'strong:**c**', 'text: ', 'strike:~~d~~']);
    for (const plain of ['2 * 3 * 4', 'snake_case_name', 'имя_поля_тут', '***x***', '* a *', '**', '****', 'a*b*c', '*a\nb*']) {
      assert.deepEqual(shape(plain), [`text:${plain}`]);
    }
  });

  test('nests emphasis, and leaves what is not closed', () => {
    const [bold] = tokens('**a _b_ c**');
    assert.deepEqual(bold.children.map(child => child.type), ['text', 'emphasis', 'text']);
    assert.deepEqual(shape('*a **b* c'), ['emphasis:*a **b*', 'text: c']);
    assert.deepEqual(shape('*a _b'), ['text:*a _b']);
  });

  test('keeps code as it is', () => {
    assert.deepEqual(shape('see `*a* http://b.c` now'), ['text:see ', 'code:*a* http://b.c', 'text: now']);
    assert.deepEqual(tokens('```js\nlet a\n\nb\n```'), [{ type: 'code', source: '```js\nlet a\n\nb\n```', text: 'let a\n\nb', block: true }]);
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
    const pieces = ['a', ' ', '\n', '*', '**', '_', '~~', '`', '```', '``', 'http://', 'https://a.b/c', '(', ')', '.', '👍', '👨‍👩‍👧', '\u202e', '\u200b', 'é',
      'e\u0301', 'аррӏе', '<', '>', '&', '\ud800', 'mailto:', 'x@y.z', '://', 'javascript:', '\u0000', '1️⃣', '🇩🇪', '\t', '-', '#', '[', '](', '例え'];
    const next = random(18);
    for (let run = 0; run < 3000; run++) {
      const text = Array.from({ length: 1 + Math.floor(next() * 30) }, () => pieces[Math.floor(next() * pieces.length)]).join('');
      assert.equal(source(text), text, JSON.stringify(text));
    }
  });

  test('gives back random code points too, and marks of children add up', () => {
    const check = token => token.children && assert.equal(token.mark + token.children.map(child => (check(child), child.source)).join('') + token.mark, token.source);
    const next = random(4);
    for (let run = 0; run < 500; run++) {
      const text = Array.from({ length: 40 }, () => String.fromCodePoint(Math.floor(next() * (next() < 0.5 ? 0x7f : 0x1ffff)))).join('');
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

describe('links', () => {
  test('recognise http, https and mailto, and nothing else', () => {
    assert.deepEqual(hrefs('http://a.example https://b.example/c?d#e mailto:f@g.example HTTP://H.example'), [
      'http://a.example/', 'https://b.example/c?d#e', 'mailto:f@g.example', 'http://h.example/',
    ]);
    for (const text of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ftp://a.b', 'vbscript:x', 'xhttp://a.b', 'http:a.b',
      'http://', 'https:///x', 'jаvascript:alert(1)', 'http：//a.b', 'blob:http//x', 'java\nscript:x']) {
      assert.deepEqual(hrefs(text), [], text);
    }
  });

  test('leave the punctuation of the sentence outside', () => {
    assert.deepEqual(links('See http://a.b/c, http://a.b/d. (http://a.b/e) "http://a.b/f"; http://a.b/g?!').map(link => link.text), [
      'http://a.b/c', 'http://a.b/d', 'http://a.b/e', 'http://a.b/f', 'http://a.b/g',
    ]);
    assert.deepEqual(links('http://a.b/x_(y) (http://a.b/x_(y)) http://a.b/[1]').map(link => link.text), ['http://a.b/x_(y)', 'http://a.b/x_(y)', 'http://a.b/[1]']);
    assert.deepEqual(links('*http://a.b* <http://c.d>').map(link => link.text), ['http://a.b', 'http://c.d']);
  });

  test('refuse a name in front of the host, and other costumes', () => {
    for (const text of ['https://bank.example@evil.example/', 'https://bank.example:80@evil.example/', 'https://a%2eb/', 'http://a\\@b.c']) {
      assert.deepEqual(hrefs(text), [], text);
    }
  });

  test('end at invisible and direction characters', () => {
    assert.deepEqual(links('http://a.b/\u202egpj.exe http://c.d\u200b/x').map(link => link.text), ['http://a.b/', 'http://c.d']);
  });

  test('show hosts of mixed script in Punycode, honest ones as they are', () => {
    const shown = text => links(text)[0]?.text;
    assert.equal(shown('https://аррӏе.com/x'), 'https://xn--80ak6aa92e.com/x');
    assert.equal(shown('https://раypal.com'), 'https://xn--ypal-43d9g.com');
    assert.equal(shown('https://bücher.example/ä'), 'https://bücher.example/ä');
    assert.equal(shown('https://例え.jp'), 'https://例え.jp');
    assert.equal(shown('https://правда.рф'), 'https://правда.рф');
    assert.equal(shown('https://ｇoogle.com'), 'https://google.com');
    assert.equal(shown('http://2130706433/'), 'http://127.0.0.1/');
    assert.equal(shown('mailto:a@аррӏе.com'), 'mailto:a@xn--80ak6aa92e.com');
  });
});

describe('punycode', () => {
  test('encodes the samples of RFC 3492', () => {
    const samples = {
      'ليهمابتكلموشعربي؟': 'egbpdaj6bu4bxfgehfvwxn',
      他们为什么不说中文: 'ihqwcrb4cv8a8dqg056pqjye',
      他們爲什麽不說中文: 'ihqwctvzc91f659drss3x8bo0yb',
      Pročprostěnemluvíčesky: 'Proprostnemluvesky-uyb24dma41a',
      почемужеонинеговорятпорусски: 'b1abfaaepdrnnbgefbadotcwatmq2g4l',
      PorquénopuedensimplementehablarenEspañol: 'PorqunopuedensimplementehablarenEspaol-fmd56a',
      TạisaohọkhôngthểchỉnóitiếngViệt: 'TisaohkhngthchnitingVit-kjcr8268qyxafd2f1b9g',
      '3年B組金八先生': '3B-ww4c5e180e575a65lsy2b',
      '安室奈美恵-with-SUPER-MONKEYS': '-with-SUPER-MONKEYS-pc58ag80a8qai00g7n9n',
      'MajiでKoiする5秒前': 'MajiKoi5-783gue6qz075azm5e',
      'パフィーdeルンバ': 'de-jg4avhby1noc0d',
    };
    for (const [text, encoded] of Object.entries(samples)) assert.equal(punycode(text), encoded);
  });

  test('agrees with the browser about hosts', () => {
    for (const host of ['bücher.example', 'правда.рф', '例え.テスト', 'ñandú.cl', 'a.b']) {
      assert.equal(asciiHost(host), new URL(`http://${host}`).hostname);
    }
  });
});

describe('graphemes', () => {
  test('count what people see as one', () => {
    for (const one of ['👨‍👩‍👧‍👦', '🇩🇪', '👍🏽', 'e\u0301', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '\r\n']) {
      assert.deepEqual(graphemes(one), [one]);
      assert.deepEqual(graphemes(one, false), [one], 'without Intl.Segmenter');
    }
    assert.equal(graphemes('🇩🇪🇫🇷', false).length, 2);
  });

  test('without Intl.Segmenter lose nothing', () => {
    const next = random(7);
    for (let run = 0; run < 500; run++) {
      const text = Array.from({ length: 30 }, () => String.fromCodePoint(Math.floor(next() * 0x1ffff))).join('');
      assert.equal(graphemes(text, false).join(''), text);
    }
  });

  test('tell large emoji from other short texts', () => {
    for (const text of ['👍', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', '🇩🇪', '❤️', '☝🏽', '1️⃣', '🏳️‍🌈 👩🏻‍❤️‍💋‍👨🏻', '🏴󠁧󠁢󠁥󠁮󠁧󠁿']) assert.ok(isLargeEmoji(text), text);
    for (const text of ['', ' ', '1', '#', '©', 'a👍', '👍👍👍👍', '👍.', '\u200d', '🇩', '12']) assert.ok(!isLargeEmoji(text), text);
  });

  test('make monograms of any name', () => {
    const expected = { Alice: 'AL', 'Ada King': 'AK', 'Jean-Luc Picard': 'JP', bob: 'BO', 'Ann Mary Lee': 'AL', '🦊': '🦊', '🦊 Fox': '🦊', 李小龙: '李', 'محمد علي': 'م', '(Bob) Stone': 'BS', X: 'X', '!': '!', ß: 'S' };
    for (const [name, letters] of Object.entries(expected)) assert.equal(monogram(name), letters, name);
    assert.equal(monogram(`Z${'\u0301'.repeat(59)}`).length, 1, 'a pile of marks becomes its letter');
    assert.equal(monogram('\u200b\u200bAlice'), 'AL');
  });

  test('ink each person with one of 24 hues for ever', () => {
    assert.equal(hue('u_01J'), hue('u_01J'));
    const inked = new Set(Array.from({ length: 500 }, (_, i) => hue(`u_${i}`)));
    assert.equal(inked.size, 24);
    assert.equal(hue('u_alice'), 23);
  });

  test('count code points as the server does', () => {
    assert.equal(codePoints('a👍é'), 3);
    assert.equal(codePoints('\ud800a'), 2);
    assert.equal(codePoints(''), 0);
  });

  test('know what can be seen', () => {
    for (const text of ['a', '👍', ' . ', '中']) assert.ok(isVisible(text), text);
    for (const text of ['', ' ', '\n\t', '\u200b\u200d', '\u202e', '\u3164', '\u2800']) assert.ok(!isVisible(text), JSON.stringify(text));
  });

  test('put a text on one line', () => {
    assert.equal(oneLine(' a\n\n b\tc ', 10), 'a b c');
    assert.equal(oneLine('👨‍👩‍👧‍👦'.repeat(5), 3), `${'👨‍👩‍👧‍👦'.repeat(3)}…`);
    assert.equal(oneLine('a'.repeat(5000), 120), `${'a'.repeat(120)}…`);
  });
});
