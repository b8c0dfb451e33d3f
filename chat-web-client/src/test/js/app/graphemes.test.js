import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  codePoints,
  graphemes,
  hue,
  isLargeEmoji,
  isVisible,
  monogram,
  oneLine,
} from '../../../main/resources/META-INF/resources/app/text/graphemes.js';
import { random } from './support.js';

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
    for (const text of ['', ' ', '1', '#', '©', 'a👍', '👍👍👍👍', '👍.', '\u200d', '🇩', '12'])
      assert.ok(!isLargeEmoji(text), text);
  });

  test('make monograms of any name', () => {
    const expected = {
      Alice: 'AL',
      'Ada King': 'AK',
      'Jean-Luc Picard': 'JP',
      bob: 'BO',
      'Ann Mary Lee': 'AL',
      '🦊': '🦊',
      '🦊 Fox': '🦊',
      李小龙: '李',
      'محمد علي': 'م',
      '(Bob) Stone': 'BS',
      X: 'X',
      '!': '!',
      ß: 'S',
    };
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
    for (const text of ['', ' ', '\n\t', '\u200b\u200d', '\u202e', '\u3164', '\u2800'])
      assert.ok(!isVisible(text), JSON.stringify(text));
  });

  test('put a text on one line', () => {
    assert.equal(oneLine(' a\n\n b\tc ', 10), 'a b c');
    assert.equal(oneLine('👨‍👩‍👧‍👦'.repeat(5), 3), `${'👨‍👩‍👧‍👦'.repeat(3)}…`);
    assert.equal(oneLine('a'.repeat(5000), 120), `${'a'.repeat(120)}…`);
  });
});
