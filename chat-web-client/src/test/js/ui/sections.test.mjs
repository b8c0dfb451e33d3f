import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dividerIndex, sections } from '../../../main/resources/META-INF/resources/app/ui/sections.js';

const day = name => ({ type: 'day', key: `day ${name}`, label: name, dateTime: name });
const group = (...keys) => ({ type: 'group', key: keys[0], own: false, person: null, messages: keys.map(key => ({ key })) });
const unread = { type: 'unread', key: 'unread', count: 1, label: '1 new' };
const gap = { type: 'gap', key: 'gap', beforeSeq: 5, status: 'error' };

const items = [day('Monday'), group('a', 'b'), group('c'), day('Tuesday'), group('d'), unread, group('e'), gap, group('f', 'g')];

/** @param {ReturnType<typeof sections>} days */
const outline = days => days.map(({ day: line, blocks }) => [line?.label, ...blocks.map(block => (block.type === 'rows' ? block.rows.map(row => row.key).join('') : block.type))]);

test('makes one list of neighbouring groups of a day', () => {
  assert.deepEqual(outline(sections(items, 0, 7)), [['Monday', 'abc'], ['Tuesday', 'd', 'unread', 'e', 'gap', 'fg']]);
});

test('shows the day of the first row, and no other day without rows', () => {
  assert.deepEqual(outline(sections(items, 2, 3)), [['Monday', 'c']]);
  assert.deepEqual(outline(sections(items, 3, 4)), [['Tuesday', 'd']]);
});

test('shows a line only with the row below it', () => {
  assert.deepEqual(outline(sections(items, 4, 5)), [['Tuesday', 'unread', 'e']]);
  assert.deepEqual(outline(sections(items, 6, 7)), [['Tuesday', 'g']]);
});

test('cuts a group where the window cuts it', () => {
  assert.deepEqual(outline(sections([day('Monday'), unread, group('a', 'b', 'c')], 1, 2)), [['Monday', 'b']]);
});

test('keeps the keys of lists when rows come in above', () => {
  const keys = days => days.at(-1).blocks.map(block => block.key);
  const later = [day('Monday'), group('x', 'y'), ...items.slice(1)];
  assert.deepEqual(keys(sections(later, 0, 9)), keys(sections(items, 0, 7)));
});

test('knows how many rows stand above the unread line', () => {
  assert.equal(dividerIndex(items), 4);
  assert.equal(dividerIndex(items.slice(0, 3)), -1);
});
