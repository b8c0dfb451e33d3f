import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Order } from '../../../main/resources/META-INF/resources/sdk/order.js';
import { platform } from '../../../main/resources/META-INF/resources/sdk/platform.js';
import { Clock, seeded } from './support/clock.js';

const C = 'c_1';

function setUp() {
  const clock = new Clock();
  const told = [];
  const healed = [];
  const world = platform({ now: clock.now, setTimeout: clock.setTimeout, clearTimeout: clock.clearTimeout });
  const order = new Order({ platform: world, emit: event => told.push(event.rev), heal: id => healed.push(id) });
  order.start(C, { rev: 0, seq: 0 });
  return { clock, told, healed, order };
}

const message = rev => ({ conversationId: C, seq: rev, rev, sentAt: 't' });
const event = rev => ({ type: 'message.created', conversationId: C, rev, message: message(rev) });

test('tells in the order of rev and drops repeats', () => {
  const { order, told } = setUp();
  [1, 3, 1, 2, 3, 2, 4].forEach(rev => order.take(event(rev)));
  assert.deepEqual(told, [1, 2, 3, 4]);
});

test('asks for what is missing after 300 ms, once', async () => {
  const { clock, order, told, healed } = setUp();
  order.take(event(2));
  await clock.advance(299);
  assert.deepEqual(healed, []);
  await clock.advance(5000);
  assert.deepEqual(healed, [C]);
  order.fill(C, [message(1), message(2)], 2, 0);
  assert.deepEqual(told, [1, 2]);
  assert.deepEqual(order.point(C).rev, 2);
});

test('asks for nothing when the missing one comes in time', async () => {
  const { clock, order, healed } = setUp();
  order.take(event(2));
  await clock.advance(200);
  order.take(event(1));
  await clock.advance(1000);
  assert.deepEqual(healed, []);
});

test('a page read before its rev was passed tells nothing twice', () => {
  const { order, told } = setUp();
  order.fill(C, [message(1), message(2), message(3)], 2, 0); // 3 was written while the page was read
  order.take(event(3));
  order.take(event(4));
  assert.deepEqual(told, [1, 2, 3, 4]);
});

test('a change of an older message counts as one change', () => {
  const { order, told } = setUp();
  order.take(event(1));
  order.take({ type: 'message.updated', conversationId: C, rev: 2, message: { ...message(1), rev: 2 } });
  assert.deepEqual(told, [1, 2]);
  assert.equal(order.point(C).seq, 1);
});

test('a message whose later state was fetched never goes back', () => {
  const { order, told } = setUp();
  const edited = rev => ({ ...message(1), rev });
  order.fill(C, [edited(4)], 1, 0);
  [2, 3, 4].forEach(rev => order.take({ type: 'message.updated', conversationId: C, rev, message: rev === 2 ? message(2) : edited(rev) }));
  assert.deepEqual(told, [4, 2], 'the third is of the same message, and older');
  assert.equal(order.point(C).rev, 4);
});

test('what was fetched is new beyond what was known, else changed, or gone', () => {
  const types = [];
  const { order } = setUp();
  order.emit = event => types.push(event.type);
  order.start(C, { rev: 2, seq: 2 });
  const fetched = [{ ...message(1), rev: 3 }, { ...message(2), rev: 4, deletedAt: 't' }, { ...message(3), rev: 6, editedAt: 't' }];
  assert.equal(order.fill(C, fetched, 6, 2), 1);
  assert.deepEqual(types, ['message.updated', 'message.deleted', 'message.created']);
});

test('an ack ahead of its event makes it look, unless the event comes', async () => {
  const { clock, order, healed } = setUp();
  order.expect(C, 1);
  order.take(event(1));
  await clock.advance(1000);
  assert.deepEqual(healed, []);
  order.expect(C, 2);
  await clock.advance(1000);
  assert.deepEqual(healed, [C]);
});

test('any shuffle with repeats ends in the same order', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = seeded(seed);
    const { order, told } = setUp();
    const revs = [1, 2, 3, 4, 5, 6, 7, 8, 1, 4, 8].sort(() => random() - 0.5);
    for (const rev of revs) {
      random() < 0.2 ? order.fill(C, [message(1), message(2), message(3)], 3, 0) : order.take(event(rev));
    }
    order.fill(C, [1, 2, 3, 4, 5, 6, 7, 8].map(message), 8, 0);
    assert.deepEqual([...told].sort(), [1, 2, 3, 4, 5, 6, 7, 8], `seed ${seed}`);
  }
});
