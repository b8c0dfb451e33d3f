import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.Element ??= class Element {};
globalThis.navigator ??= { platform: 'Linux' };
const { SHORTCUTS, keyName, keyWords, shortcutOf } = await import('../../../main/resources/META-INF/resources/app/ui/keys.js');

class Field extends Element {
  /** @param {string} id */
  constructor(id) {
    super();
    this.id = id;
  }

  closest() {
    return this;
  }
}

const press = (key, held = {}, target = null) => shortcutOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, target, ...held });

for (const [name, key, held, target] of [
  ['find', 'k', { ctrlKey: true }, null],
  ['find', 'K', { ctrlKey: true }, new Field('composer')],
  ['previous', 'ArrowUp', { altKey: true }, new Field('composer')],
  ['nextUnread', 'ArrowDown', { altKey: true, shiftKey: true }, null],
  ['previousPane', 'F6', { shiftKey: true }, null],
  ['pageUp', 'PageUp', {}, new Field('composer')],
  ['read', 'Escape', { shiftKey: true }, new Field('composer')],
  ['help', '?', { shiftKey: true }, null],
  ['help', '?', {}, null],
]) {
  test(`${Object.keys(held).join(' ')} ${key} is ${name}`, () => assert.equal(press(key, held, target), name));
}

for (const [key, held, target] of [
  ['k', {}, null],
  ['k', { ctrlKey: true, shiftKey: true }, null],
  ['k', { ctrlKey: true, metaKey: true }, null],
  ['ArrowUp', {}, new Field('composer')],
  ['ArrowUp', { altKey: true, ctrlKey: true }, null],
  ['PageUp', {}, null],
  ['PageUp', {}, new Field('search')],
  ['?', { shiftKey: true }, new Field('composer')],
  ['c', {}, null],
]) {
  test(`${Object.keys(held).join(' ')} ${key} ${target ? `in ${target.id} ` : ''}is none`, () => assert.equal(press(key, held, target), undefined));
}

test('every shortcut has words and keys', () => {
  for (const { name } of SHORTCUTS) {
    assert.notEqual(keyWords(name), `keys.${name}`);
    assert.notEqual(keyName(name), '');
  }
});

test('no two shortcuts of the page share their keys', () => {
  const chords = SHORTCUTS.filter(({ where }) => where !== 'elsewhere').flatMap(shortcut => shortcut.chords.map(chord => JSON.stringify(chord)));
  assert.equal(new Set(chords).size, chords.length);
});
