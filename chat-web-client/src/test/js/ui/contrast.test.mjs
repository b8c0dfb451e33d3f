import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base, contrast, fromHex, fromOklch, mix, properties } from './css.mjs';

const light = properties(':root');
const themes = { light, dark: { ...light, ...properties(':root[data-theme="dark"]') } };

const TEXT = 4.5;
const SHAPE = 3;

/** The table of the design: pairs of foreground and ground with their contrast in light and dark, rounded down or up. */
const TABLE = [
  ['ink', 'paper', 15.1, 15.1], ['ink', 'sheet', 16.7, 14.1], ['ink', 'own', 13.8, 10.0], ['ink', 'well', 13.5, 12.9],
  ['ink-2', 'paper', 6.8, 7.6], ['ink-2', 'own', 6.2, 5.0], ['ink-2', 'well', 6.1, 6.5],
  ['ink-3', 'paper', 5.3, 6.1], ['ink-3', 'sheet', 5.8, 5.7], ['ink-3', 'well', 4.7, 5.2],
  ['verdigris', 'paper', 6.2, 9.8], ['verdigris', 'own', 5.7, 6.5], ['verdigris', 'well', 5.6, 8.4],
  ['on-verdigris', 'verdigris', 7.1, 9.0],
  ['cinnabar', 'paper', 5.7, 8.5], ['cinnabar', 'own', 5.2, 5.6],
  ['danger', 'sheet', 7.3, 8.5], ['danger', 'own', 6.0, 6.0],
  ['warn', 'warn-ground', 6.3, 8.6],
  ['focus', 'paper', 5.8, 9.2], ['focus', 'own', 5.3, 6.1],
  ['edge', 'paper', 3.3, 4.1], ['edge', 'sheet', 3.7, 3.8],
];

for (const [column, [name, tokens]] of Object.entries(themes).entries()) {
  const color = token => fromHex(tokens[token]);
  const person = hue => fromOklch(Number(tokens['person-l']), Number(tokens['person-c']), hue);
  const hues = Array.from({ length: 72 }, (_, index) => index * 5);
  const worst = measure => Math.min(...hues.map(measure));

  test(`the contrast table holds in ${name}`, () => {
    for (const [fore, ground, ...expected] of TABLE) {
      const actual = contrast(color(fore), color(ground));
      assert.ok(Math.abs(actual - expected[column]) < 0.1, `${fore} on ${ground}: ${actual.toFixed(2)}, not ${expected[column]}`);
      assert.ok(actual >= (fore === 'edge' ? SHAPE : TEXT), `${fore} on ${ground} is too weak: ${actual.toFixed(2)}`);
    }
  });

  test(`the ink of every person can be seen on every ground in ${name}`, () => {
    const ink = Math.min(...['paper', 'sheet', 'own', 'well'].map(ground => worst(hue => contrast(person(hue), color(ground)))));
    assert.ok(ink >= TEXT, ink.toFixed(2));
    assert.ok(worst(hue => contrast(color('on-person'), person(hue))) >= TEXT);
  });

  test(`words on the row of the open conversation can be read in ${name}`, () => {
    for (const fore of ['ink', 'ink-2', 'cinnabar', 'verdigris']) {
      const least = worst(hue => contrast(color(fore), mix(person(hue), 0.12, color('paper'))));
      assert.ok(least >= TEXT, `${fore}: ${least.toFixed(2)}`);
    }
  });

  test(`what the table leaves out can be read in ${name}`, () => {
    for (const [fore, ground] of [['ok', 'paper'], ['ok', 'sheet'], ['ink-2', 'sheet'], ['danger', 'paper'], ['verdigris', 'sheet'], ['paper', 'cinnabar'], ['cinnabar', 'well']]) {
      const actual = contrast(color(fore), color(ground));
      assert.ok(actual >= TEXT, `${fore} on ${ground}: ${actual.toFixed(2)}`);
    }
  });
}

test('the two themes name the same colours', () => {
  const colors = tokens => Object.keys(tokens).filter(name => /^#/.test(tokens[name])).sort();
  assert.deepEqual(colors(properties(':root[data-theme="dark"]')), colors(light));
});

test('there is a hue for each of 24 people', () => {
  const hues = Array.from(base.matchAll(/\.hue-(\d+) \{ --hue: (\d+); \}/g), match => [Number(match[1]), Number(match[2])]);
  assert.deepEqual(hues, Array.from({ length: 24 }, (_, index) => [index, index * 15]));
});
