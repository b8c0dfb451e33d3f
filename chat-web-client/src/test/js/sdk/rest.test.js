import assert from 'node:assert/strict';
import { test } from 'node:test';
import { platform } from '../../../main/resources/META-INF/resources/sdk/platform.js';
import { Rest } from '../../../main/resources/META-INF/resources/sdk/rest.js';
import { Clock } from './support/clock.js';

function setUp(answer) {
  const clock = new Clock();
  const calls = [];
  const over = [];
  const fetch = async (url, init) => {
    calls.push({ url, ...init });
    return answer(init);
  };
  const world = platform({ setTimeout: clock.setTimeout, clearTimeout: clock.clearTimeout, fetch });
  const rest = new Rest({
    baseUrl: 'http://x',
    platform: world,
    auth: { getToken: () => 'secret' },
    onSessionOver: problem => over.push(problem.code),
  });
  return { clock, calls, over, rest };
}

const json = (status, body, headers) => () => new Response(JSON.stringify(body), { status, headers });
const hanging = ({ signal }) =>
  new Promise((_, reject) => {
    const end = () => reject(new Error('aborted'));
    signal.aborted ? end() : signal.addEventListener('abort', end);
  });

test('asks with the token, without what is not given, and with escaped ids', async () => {
  const { rest, calls } = setUp(json(200, { items: [] }));
  await rest.messages('c/1?', { after: 0, limit: 5, before: undefined });
  assert.equal(calls[0].url, 'http://x/api/v1/conversations/c%2F1%3F/messages?after=0&limit=5');
  assert.equal(calls[0].headers.Authorization, 'Bearer secret');
  assert.equal(calls[0].body, undefined);
});

test('a refusal is a problem with all that the server said', async () => {
  const errors = [{ pointer: '/name', code: 'required' }];
  const { rest } = setUp(json(400, { code: 'validation-failed', requestId: 'r1', errors, title: 'x' }));
  await assert.rejects(rest.conversation('c'), { name: 'ChatProblem', code: 'validation-failed', status: 400, requestId: 'r1', errors });
});

test('the wait that is asked for is given in milliseconds', async () => {
  const { rest } = setUp(json(429, { code: 'rate-limited' }, { 'Retry-After': '7' }));
  await assert.rejects(rest.conversation('c'), { retryAfterMs: 7000, transient: true });
});

test('an answer that is no JSON is a problem, not a crash', async () => {
  const page = status => setUp(() => new Response('<html>', { status })).rest.conversation('c');
  await assert.rejects(page(502), { code: 'unreadable-answer', status: 502, transient: true });
  await assert.rejects(page(200), { code: 'unreadable-answer' });
});

test('nothing is answered by nothing', async () => {
  const { rest } = setUp(() => new Response(null, { status: 204 }));
  assert.equal(await rest.call('DELETE', '/sessions/current'), undefined);
});

test('a network that fails is offline', async () => {
  const { rest } = setUp(() => Promise.reject(new TypeError('Failed to fetch')));
  await assert.rejects(rest.conversation('c'), { code: 'offline', status: 0, transient: true });
});

test('a call ends by its signal, also one that was aborted before', async () => {
  const { rest } = setUp(hanging);
  const controller = new AbortController();
  const call = assert.rejects(rest.conversation('c', { signal: controller.signal }), { code: 'aborted', transient: false });
  await Promise.resolve();
  controller.abort();
  await call;
  const { rest: other } = setUp(({ signal }) => (signal.aborted ? Promise.reject(new Error('aborted')) : json(200, {})()));
  await assert.rejects(other.conversation('c', { signal: controller.signal }), { code: 'aborted' });
});

test('a call ends after fifteen seconds', async () => {
  const { rest, clock } = setUp(hanging);
  const call = assert.rejects(rest.conversation('c'), { code: 'timeout', transient: true });
  await clock.advance(15_000);
  await call;
});

test('a session that is over is told, a wrong password is not, nor what an earlier session was refused', async () => {
  const refused = setUp(json(401, { code: 'session-expired' }));
  await assert.rejects(refused.rest.conversation('c'));
  assert.deepEqual(refused.over, ['session-expired']);
  const wrong = setUp(json(401, { code: 'invalid-credentials' }));
  await assert.rejects(wrong.rest.call('POST', '/sessions', { body: {}, anonymous: true }));
  assert.deepEqual(wrong.over, []);
  const late = setUp(json(401, { code: 'session-revoked' }));
  const call = assert.rejects(late.rest.conversation('c'));
  late.rest.era++;
  await call;
  assert.deepEqual(late.over, []);
});
