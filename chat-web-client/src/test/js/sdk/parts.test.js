import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Backoff } from '../../../main/resources/META-INF/resources/sdk/backoff.js';
import { Emitter } from '../../../main/resources/META-INF/resources/sdk/emitter.js';
import { ChatProblem } from '../../../main/resources/META-INF/resources/sdk/problem.js';

test('waits grow to thirty seconds, are spread over the whole range, and begin anew', () => {
  const longest = new Backoff(() => 1);
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6, 7, 8].map(() => longest.next()),
    [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000],
  );
  longest.reset();
  assert.equal(longest.next(), 500);
  assert.equal(new Backoff(() => 0).next(), 0);
  assert.equal(new Backoff(() => 0).next(700), 700, 'what the server asks for is the least');
});

test('only what may succeed later is transient', () => {
  const transient = (body, retryAfterMs) => new ChatProblem(body, retryAfterMs).transient;
  for (const status of [400, 401, 403, 404, 409, 413]) {
    assert.equal(transient({ code: 'x', status }), false, `${status}`);
  }
  for (const status of [429, 500, 502, 503]) {
    assert.equal(transient({ code: 'x', status }), true, `${status}`);
  }
  for (const code of ['offline', 'timeout', 'unreadable-answer']) {
    assert.equal(ChatProblem.local(code).transient, true, code);
  }
  for (const code of ['aborted', 'discarded', 'signed-out']) {
    assert.equal(ChatProblem.local(code).transient, false, code);
  }
});

test('a handler that throws is reported and disturbs no other', () => {
  const reported = [];
  const heard = [];
  const emitter = new Emitter(error => reported.push(error.message));
  emitter.on('a', () => {
    throw new Error('mine');
  });
  emitter.on('a', event => heard.push(event.type));
  emitter.on('*', event => heard.push(`* ${event.type}`));
  emitter.emit({ type: 'a' });
  emitter.emit({ type: 'b' });
  assert.deepEqual(reported, ['mine']);
  assert.deepEqual(heard, ['a', '* a', '* b']);
});

test('a handler ends by its function and by a signal', () => {
  const heard = [];
  const emitter = new Emitter(() => {});
  const controller = new AbortController();
  const off = emitter.on('a', () => heard.push(1));
  emitter.on('a', () => heard.push(2), { signal: controller.signal });
  emitter.emit({ type: 'a' });
  off();
  controller.abort();
  emitter.emit({ type: 'a' });
  assert.deepEqual(heard, [1, 2]);
});
