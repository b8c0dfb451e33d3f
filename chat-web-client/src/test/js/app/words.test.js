import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { t } from '../../../main/resources/META-INF/resources/app/i18n/t.js';

const APP = new URL('../../../main/resources/META-INF/resources/app/', import.meta.url);
const catalogue = JSON.parse(await readFile(new URL('i18n/en.json', APP), 'utf8'));
const sentences = Object.entries(catalogue).flatMap(([key, words]) =>
  Object.values(typeof words === 'string' ? { other: words } : words).map(form => [key, form]),
);

describe('words', () => {
  test('fill places and choose the plural', () => {
    assert.equal(t('chat.typing', { name: 'Alice' }), 'Alice is writing...');
    assert.equal(t('strip.offline.waiting', { count: 1 }), 'Offline. 1 message is waiting and will go out when you are back.');
    assert.equal(t('strip.offline.waiting', { count: 2 }), 'Offline. 2 messages are waiting and will go out when you are back.');
    assert.equal(t('live.message', { name: '{text}', text: '$& $1 <b>' }), '{text}: $& $1 <b>');
    assert.equal(t('no.such.key'), 'no.such.key');
    assert.equal(t('toString'), 'toString');
  });

  test('are there for every key that the page names', async () => {
    const files = (await readdir(APP, { recursive: true })).filter(name => name.endsWith('.js') && !name.endsWith('i18n/t.js'));
    assert.ok(files.length > 20);
    const missing = [];
    for (const file of files) {
      const text = await readFile(new URL(file, APP), 'utf8');
      for (const [, key] of text.matchAll(/(?<![\w.$])t\(\s*'([^']+)'/g))
        if (!Object.hasOwn(catalogue, key)) missing.push(`${file}: ${key}`);
      for (const [, start] of text.matchAll(/(?<![\w.$])t\(\s*`([^`$]+)\$/g))
        if (!Object.keys(catalogue).some(key => key.startsWith(start))) missing.push(`${file}: ${start}`);
    }
    assert.deepEqual(missing, []);
  });

  test('are short and plain', () => {
    for (const [key, form] of sentences) {
      assert.doesNotMatch(form, /!|[<>]| {2}|^\s|\s$/, key);
      assert.ok(form.length <= 110, `${key}: ${form.length}`);
    }
  });
});
