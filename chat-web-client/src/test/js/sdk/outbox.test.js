import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryStorage } from '../../../main/resources/META-INF/resources/sdk/storage.js';
import { Outbox } from '../../../main/resources/META-INF/resources/sdk/outbox.js';
import { platform } from '../../../main/resources/META-INF/resources/sdk/platform.js';
import { ChatProblem } from '../../../main/resources/META-INF/resources/sdk/problem.js';
import { Clock, settled } from './support/clock.js';

const ME = 'u_me';

async function setUp({ storage = memoryStorage(), clock = new Clock(), name = 'a' } = {}) {
  let ids = 0;
  const sent = [];
  const events = [];
  const answers = [];
  const state = { ready: true };
  const world = platform({
    now: clock.now,
    random: () => 1,
    setTimeout: clock.setTimeout,
    clearTimeout: clock.clearTimeout,
    newId: () => `${name}${++ids}`,
    channel: () => undefined,
  });
  const outbox = new Outbox({
    platform: world,
    storage,
    emit: event => events.push(event),
    ready: () => state.ready,
    transmit: entry => {
      sent.push(entry.text);
      return new Promise((resolve, reject) => answers.push({ resolve: () => resolve({ seq: sent.length }), reject }));
    },
    lane: entry => entry.conversationId ?? entry.to,
    onTold: () => {},
  });
  await outbox.open(ME);
  return { outbox, sent, events, answers, storage, clock, state };
}

const offline = () => ChatProblem.local('offline');
const busy = retryAfterMs => new ChatProblem({ code: 'rate-limited', status: 429 }, retryAfterMs);

test('a message is in the storage before it goes', async () => {
  const storage = memoryStorage();
  let stored;
  const slow = { ...storage, update: (...all) => new Promise(resolve => (stored = () => resolve(storage.update(...all)))) };
  const { outbox, sent } = await setUp({ storage: slow });
  outbox.send({ to: 'u_b', text: 'x' });
  await settled();
  assert.deepEqual(sent, []);
  stored();
  await settled();
  assert.deepEqual(sent, ['x']);
});

test('one message of a conversation is on its way at a time, conversations do not wait for each other', async () => {
  const { outbox, sent, answers } = await setUp();
  ['1', '2', '3'].forEach(text => outbox.send({ conversationId: 'c_1', text }));
  outbox.send({ conversationId: 'c_2', text: 'other' });
  await settled();
  assert.deepEqual(sent, ['1', 'other']);
  answers[0].resolve();
  await settled();
  assert.deepEqual(sent, ['1', 'other', '2']);
});

test('a transient refusal repeats the same message first, after the wait that was asked for', async () => {
  const { outbox, sent, answers, clock } = await setUp();
  outbox.send({ conversationId: 'c_1', text: '1' });
  outbox.send({ conversationId: 'c_1', text: '2' });
  await settled();
  answers[0].reject(busy(700));
  await clock.advance(1199);
  assert.deepEqual(sent, ['1']);
  await clock.advance(2);
  assert.deepEqual(sent, ['1', '1']);
});

test('a permanent refusal stops this message and lets the next go', async () => {
  const { outbox, sent, answers, storage } = await setUp();
  const first = outbox.send({ conversationId: 'c_1', text: '1' });
  outbox.send({ conversationId: 'c_1', text: '2' });
  await settled();
  answers[0].reject(new ChatProblem({ code: 'client-message-id-reused', status: 409 }));
  await assert.rejects(first.done, { code: 'client-message-id-reused' });
  await settled();
  assert.deepEqual(sent, ['1', '2']);
  assert.deepEqual(
    (await storage.all(ME)).map(({ state, problem }) => [state, problem?.code]),
    [
      ['failed', 'client-message-id-reused'],
      ['pending', undefined],
    ],
  );
});

test('nothing is tried while offline, all goes in order when back', async () => {
  const { outbox, sent, answers, state, clock } = await setUp();
  outbox.send({ conversationId: 'c_1', text: '1' });
  await settled();
  state.ready = false;
  answers[0].reject(offline());
  outbox.send({ conversationId: 'c_1', text: '2' });
  await clock.advance(60_000);
  assert.deepEqual(sent, ['1']);
  state.ready = true;
  outbox.flush();
  await settled();
  answers[1].resolve();
  await settled();
  assert.deepEqual(sent, ['1', '1', '2']);
});

test('an event with the id of a message settles it, the late ack changes nothing', async () => {
  const { outbox, answers, events, storage } = await setUp();
  const { clientMessageId, done } = outbox.send({ conversationId: 'c_1', text: '1' });
  await settled();
  outbox.settle({ clientMessageId, seq: 9 });
  assert.equal((await done).seq, 9);
  answers[0].resolve();
  await settled();
  assert.deepEqual(
    events.map(({ entry }) => entry.state),
    ['pending', 'sent'],
  );
  assert.deepEqual(await storage.all(ME), []);
});

test('a discarded message leaves, on disk as well', async () => {
  const { outbox, storage, state } = await setUp();
  state.ready = false;
  const controller = new AbortController();
  const one = outbox.send({ conversationId: 'c_1', text: '1', signal: controller.signal });
  const two = outbox.send({ conversationId: 'c_1', text: '2' });
  controller.abort();
  assert.equal(await outbox.discard(two.clientMessageId), true);
  assert.equal(await outbox.discard(two.clientMessageId), false);
  await assert.rejects(one.done, { code: 'discarded' });
  await settled();
  assert.deepEqual(await storage.all(ME), []);
});

test('a storage that fails costs the reload, not the message', async () => {
  const broken = { all: async () => [], update: async () => Promise.reject(new Error('quota')), clear: async () => {} };
  const { outbox, sent, answers, events } = await setUp({ storage: broken });
  const { done } = outbox.send({ conversationId: 'c_1', text: '1' });
  await settled();
  assert.deepEqual(sent, ['1']);
  answers[0].resolve();
  await done;
  assert.ok(events.some(({ type }) => type === 'storage.failed'));
});

test('without a channel what another left is taken over after its lease', async () => {
  const clock = new Clock();
  const storage = memoryStorage();
  const first = await setUp({ storage, clock, name: 'a' });
  first.state.ready = false;
  first.outbox.send({ conversationId: 'c_1', text: '1' });
  await settled();
  const second = await setUp({ storage, clock, name: 'b' });
  assert.equal(second.outbox.list.length, 1, 'it is shown');
  await clock.advance(30_000);
  assert.deepEqual(second.sent, []);
  await clock.advance(60_000);
  assert.deepEqual(second.sent, ['1']);
});

test('messages of one account are nothing to another', async () => {
  const storage = memoryStorage();
  const { outbox, state } = await setUp({ storage });
  state.ready = false;
  const { done } = outbox.send({ conversationId: 'c_1', text: 'secret' });
  await settled();
  await outbox.open('u_other');
  await assert.rejects(done, { code: 'signed-out' });
  assert.deepEqual(outbox.list, []);
  await outbox.open(ME);
  assert.deepEqual(
    outbox.list.map(({ text }) => text),
    ['secret'],
    'and wait for their own',
  );
});
