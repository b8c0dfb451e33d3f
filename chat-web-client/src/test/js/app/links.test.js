import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { links } from '../../../main/resources/META-INF/resources/app/text/links.js';
import { asciiHost, punycode } from '../../../main/resources/META-INF/resources/app/text/punycode.js';

/** @param {string} text */
const hrefs = text => links(text).map(link => link.href);

describe('links', () => {
  test('recognise http, https and mailto, and nothing else', () => {
    assert.deepEqual(hrefs('http://a.example https://b.example/c?d#e mailto:f@g.example HTTP://H.example'), [
      'http://a.example/',
      'https://b.example/c?d#e',
      'mailto:f@g.example',
      'http://h.example/',
    ]);
    for (const text of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'ftp://a.b',
      'vbscript:x',
      'xhttp://a.b',
      'http:a.b',
      'http://',
      'https:///x',
      'jаvascript:alert(1)',
      'http：//a.b',
      'blob:http//x',
      'java\nscript:x',
    ]) {
      assert.deepEqual(hrefs(text), [], text);
    }
  });

  test('leave the punctuation of the sentence outside', () => {
    assert.deepEqual(
      links('See http://a.b/c, http://a.b/d. (http://a.b/e) "http://a.b/f"; http://a.b/g?!').map(link => link.text),
      ['http://a.b/c', 'http://a.b/d', 'http://a.b/e', 'http://a.b/f', 'http://a.b/g'],
    );
    assert.deepEqual(
      links('http://a.b/x_(y) (http://a.b/x_(y)) http://a.b/[1]').map(link => link.text),
      ['http://a.b/x_(y)', 'http://a.b/x_(y)', 'http://a.b/[1]'],
    );
    assert.deepEqual(
      links('*http://a.b* <http://c.d>').map(link => link.text),
      ['http://a.b', 'http://c.d'],
    );
  });

  test('refuse a name in front of the host, and other costumes', () => {
    for (const text of [
      'https://bank.example@evil.example/',
      'https://bank.example:80@evil.example/',
      'https://a%2eb/',
      'http://a\\@b.c',
    ]) {
      assert.deepEqual(hrefs(text), [], text);
    }
  });

  test('end at invisible and direction characters', () => {
    assert.deepEqual(
      links('http://a.b/\u202egpj.exe http://c.d\u200b/x').map(link => link.text),
      ['http://a.b/', 'http://c.d'],
    );
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
      MajiでKoiする5秒前: 'MajiKoi5-783gue6qz075azm5e',
      パフィーdeルンバ: 'de-jg4avhby1noc0d',
    };
    for (const [text, encoded] of Object.entries(samples)) assert.equal(punycode(text), encoded);
  });

  test('agrees with the browser about hosts', () => {
    for (const host of ['bücher.example', 'правда.рф', '例え.テスト', 'ñandú.cl', 'a.b']) {
      assert.equal(asciiHost(host), new URL(`http://${host}`).hostname);
    }
  });
});
