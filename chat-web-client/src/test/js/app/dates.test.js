import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  dayKey,
  dayLabel,
  endOfDay,
  seenParts,
  shortLabel,
  timeLabel,
} from '../../../main/resources/META-INF/resources/app/text/dates.js';

const BERLIN = { locale: 'en-GB', zone: 'Europe/Berlin' };
/** @param {string} text */
const at = text => Date.parse(text);
/** @param {string} day @param {string} now */
const label = (day, now, place = BERLIN) => dayLabel(at(day), dayKey(at(now), place.zone), place);

describe('days', () => {
  test('belong to the zone of the viewer', () => {
    const instant = at('2026-11-21T23:30:00Z');
    assert.equal(dayKey(instant, 'Europe/Berlin'), '2026-11-22');
    assert.equal(dayKey(instant, 'America/New_York'), '2026-11-21');
    assert.equal(dayKey(instant, 'Asia/Kathmandu'), '2026-11-22');
    assert.equal(dayKey(at('2026-11-21T18:15:00Z'), 'Asia/Kathmandu'), '2026-11-22');
    assert.equal(dayKey(at('2026-11-21T18:14:59.999Z'), 'Asia/Kathmandu'), '2026-11-21');
  });

  test('are named today, yesterday, by weekday for six days, then by date', () => {
    const now = '2026-11-22T12:00:00Z';
    assert.equal(label('2026-11-21T23:00:00Z', now), 'Today');
    assert.equal(label('2026-11-21T22:59:59Z', now), 'Yesterday');
    assert.equal(label('2026-11-20T12:00:00Z', now), 'Friday');
    assert.equal(label('2026-11-16T12:00:00Z', now), 'Monday');
    assert.match(label('2026-11-15T12:00:00Z', now), /^Sunday,? 15 November$/);
    assert.match(label('2025-11-15T12:00:00Z', now), /^Saturday,? 15 November 2025$/);
    assert.match(label('2026-11-23T12:00:00Z', now), /^Monday,? 23 November$/, 'a clock that runs ahead');
  });

  test('are named in the language of the viewer', () => {
    assert.equal(label('2026-11-22T12:00:00Z', '2026-11-22T12:00:00Z', { locale: 'de', zone: 'Europe/Berlin' }), 'Heute');
    assert.equal(label('2026-11-20T12:00:00Z', '2026-11-22T12:00:00Z', { locale: 'es', zone: 'Europe/Madrid' }), 'Viernes');
  });

  test('change their names at midnight', () => {
    const message = '2026-11-22T12:00:00Z';
    assert.equal(label(message, '2026-11-22T22:59:59.999Z'), 'Today');
    assert.equal(label(message, '2026-11-22T23:00:00Z'), 'Yesterday');
  });

  test('end at the next midnight, also when clocks change', () => {
    const end = (zone, now) => new Date(endOfDay(at(now), zone)).toISOString();
    assert.equal(end('Europe/Berlin', '2026-11-22T12:00:00Z'), '2026-11-22T23:00:00.000Z');
    assert.equal(end('Europe/Berlin', '2026-03-28T23:00:00Z'), '2026-03-29T22:00:00.000Z', '23 hours');
    assert.equal(end('Europe/Berlin', '2026-10-24T22:00:00Z'), '2026-10-25T23:00:00.000Z', '25 hours');
    assert.equal(end('America/Sao_Paulo', '2018-11-03T12:00:00Z'), '2018-11-04T03:00:00.000Z', 'midnight itself is left out');
    assert.equal(end('Asia/Kathmandu', '2026-11-22T00:00:00Z'), '2026-11-22T18:15:00.000Z');
  });

  test('count by the calendar over a change of clocks', () => {
    assert.equal(label('2026-03-28T22:30:00Z', '2026-03-29T10:00:00Z'), 'Yesterday');
    assert.equal(label('2026-10-24T23:30:00Z', '2026-10-25T22:30:00Z'), 'Today');
  });
});

describe('times', () => {
  test('are written as the locale does', () => {
    const instant = at('2026-11-22T13:05:00Z');
    assert.equal(timeLabel(instant, BERLIN), '14:05');
    assert.equal(timeLabel(at('2026-11-21T23:05:00Z'), BERLIN), '00:05');
    assert.match(timeLabel(instant, { locale: 'en-US', zone: 'UTC' }), /^1:05\sPM$/);
  });

  test('are short in the list', () => {
    const today = '2026-11-22';
    assert.equal(shortLabel(at('2026-11-22T13:06:00Z'), today, BERLIN), '14:06');
    assert.equal(shortLabel(at('2026-11-19T13:06:00Z'), today, BERLIN), 'Thu');
    assert.equal(shortLabel(at('2026-11-02T13:06:00Z'), today, BERLIN), '2 Nov');
    assert.equal(shortLabel(at('2024-11-02T13:06:00Z'), today, BERLIN), '2 Nov 2024');
  });

  test('say when somebody was seen', () => {
    const kind = text => seenParts(at(text), '2026-11-22', BERLIN).kind;
    assert.deepEqual(seenParts(at('2026-11-22T13:02:00Z'), '2026-11-22', BERLIN), { kind: 'today', time: '14:02', date: '14:02' });
    assert.equal(kind('2026-11-21T13:02:00Z'), 'yesterday');
    assert.equal(kind('2026-11-18T13:02:00Z'), 'earlier');
  });
});
