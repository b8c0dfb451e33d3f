import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_ROWS, RowWindow } from '../../../main/resources/META-INF/resources/app/ui/row-window.js';

const keys = (from, to) => Array.from({ length: to - from }, (_, index) => `m${from + index}`);

/** @param {RowWindow} window @param {string[]} rows */
const shown = (window, rows) => [rows[window.from], rows[window.to - 1]];

test('opens with the newest rows', () => {
  const window = new RowWindow();
  const rows = keys(0, 1000);
  window.update(rows, true);
  assert.deepEqual(shown(window, rows), ['m900', 'm999']);
  assert.equal(window.hasBelow, false);
});

test('keeps its rows when older ones are loaded', () => {
  const window = new RowWindow();
  window.update(keys(950, 1000), true);
  const rows = keys(900, 1000);
  window.update(rows, false);
  assert.deepEqual(shown(window, rows), ['m950', 'm999']);
  window.growUp();
  assert.deepEqual(shown(window, rows), ['m900', 'm999']);
});

test('never holds more rows than allowed, and drops the far end', () => {
  const window = new RowWindow();
  const rows = keys(0, 2000);
  window.update(rows, true);
  for (let step = 0; step < 10; step++) {
    window.growUp();
    assert.ok(window.to - window.from <= MOST_ROWS);
  }
  assert.equal(rows[window.from], 'm1400');
  assert.equal(window.hasBelow, true);
  for (let step = 0; step < 10; step++) {
    window.growDown();
    assert.ok(window.to - window.from <= MOST_ROWS);
  }
  assert.deepEqual(shown(window, rows), ['m1700', 'm1999']);
});

test('follows the end while pinned', () => {
  const window = new RowWindow();
  for (let end = 100; end <= 1000; end += 100) {
    window.update(keys(0, end), true);
    assert.equal(window.to, end);
    assert.ok(window.to - window.from <= MOST_ROWS);
  }
});

test('keeps the rows that are read when many come in at the end', () => {
  const window = new RowWindow();
  const before = keys(0, 300);
  window.update(before, true);
  for (let step = 0; step < 4; step++) {
    window.growUp();
  }
  assert.equal(window.from, 0);
  const rows = keys(0, 500);
  window.update(rows, false);
  assert.equal(window.from, 0);
  assert.equal(window.hasBelow, true);
});

test('shows rows on both sides of one', () => {
  const window = new RowWindow();
  const rows = keys(0, 1000);
  window.update(rows, true);
  window.around(500);
  assert.ok(window.from < 500 && window.to > 500);
  assert.ok(window.hasAbove && window.hasBelow);
});

test('starts over when its rows are gone', () => {
  const window = new RowWindow();
  window.update(keys(0, 100), true);
  const rows = keys(500, 800);
  window.update(rows, true);
  assert.equal(window.to, 300);
});
