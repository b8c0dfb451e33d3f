import assert from 'node:assert/strict';
import { test } from 'node:test';
import { platform } from '../../../main/resources/META-INF/resources/sdk/platform.js';
import { Rest } from '../../../main/resources/META-INF/resources/sdk/rest.js';
import { Socket } from '../../../main/resources/META-INF/resources/sdk/socket.js';
import { Clock, settled } from './support/clock.js';

/** A STOMP client of which the test is the server. */
async function setUp({ token = 'any' } = {}) {
  const clock = new Clock();
  const closings = [];
  const events = [];
  const world = platform({ now: clock.now, setTimeout: clock.setTimeout, clearTimeout: clock.clearTimeout });
  let stomp;
  class Client {
    subscriptions = new Map();
    published = [];
    forced = undefined;
    constructor(config) {
      Object.assign(this, config);
      this.config = config;
      stomp = this;
    }
    activate() {}
    async deactivate({ force } = {}) {
      this.forced = force ?? false;
    }
    subscribe(destination, callback, headers) {
      this.subscriptions.set(destination, callback);
      this.accept(headers.receipt);
    }
    publish(frame) {
      if (this.broken) {
        throw new TypeError('There is no underlying STOMP connection');
      }
      this.published.push(frame);
    }
    accept(receipt) {
      queueMicrotask(() => this.onUnhandledReceipt({ headers: { 'receipt-id': receipt } }));
    }
  }
  const onEvent = event => events.push(event);
  const onClose = closing => closings.push(closing);
  const socket = new Socket({
    baseUrl: 'http://x',
    platform: world,
    rest: new Rest({ auth: { getToken: () => token }, platform: world }),
    loadStomp: async () => ({ Client }),
    onEvent,
    onClose,
  });
  const opened = socket.open();
  opened.catch(() => {});
  await settled();
  const connect = async () => {
    stomp.onConnect({ headers: { 'user-name': 'u_1', epoch: 'e' } });
    await opened;
  };
  const reply = body => stomp.subscriptions.get('/user/queue/replies')({ body: JSON.stringify(body) });
  return { clock, socket, stomp, closings, events, opened, connect, reply };
}

test('asks for heart-beats that survive throttling, from no worker, and leaves reconnecting to others', async () => {
  const { config } = (await setUp({ token: 't' })).stomp;
  assert.equal(config.heartbeatOutgoing, 25_000);
  assert.equal(config.heartbeatStrategy, undefined, 'no worker: Trusted Types refuse it');
  assert.equal(config.reconnectDelay, 0);
  assert.deepEqual(config.connectHeaders, { Authorization: 'Bearer t' });
});

test('is open when both subscriptions are acknowledged', async () => {
  const { socket, stomp, connect } = await setUp();
  await connect();
  assert.deepEqual([...stomp.subscriptions.keys()], ['/user/queue/replies', '/user/queue/events']);
  assert.equal(socket.userId, 'u_1');
});

test('gives up a connection that says nothing', async () => {
  const { clock, opened } = await setUp();
  await clock.advance(15_000);
  await assert.rejects(opened, { code: 'timeout' });
});

test('an ack, a nack and a receipt answer what they name', async () => {
  const { socket, stomp, connect, reply } = await setUp();
  await connect();
  const one = socket.request('/app/messages.send', { clientMessageId: 'id-1' });
  const two = socket.request('/app/messages.send', { clientMessageId: 'id-2' });
  const three = socket.request('/app/receipts', {});
  reply({ type: 'nack', re: 'id-2', problem: { code: 'rate-limited', status: 429 }, retryAfterMs: 5 });
  reply({ type: 'nack', problem: { code: 'malformed-request', status: 400 } });
  reply({ type: 'ack', re: 'id-1', message: { seq: 1 } });
  stomp.accept(stomp.published[2].headers.receipt);
  assert.equal((await one).message.seq, 1);
  await assert.rejects(two, { code: 'rate-limited', retryAfterMs: 5, transient: true });
  await three;
});

test('no answer in time is a transient problem', async () => {
  const { clock, socket, connect } = await setUp();
  await connect();
  const answer = assert.rejects(socket.request('/app/messages.send', { clientMessageId: 'id-1' }), { code: 'timeout', transient: true });
  await clock.advance(10_000);
  await answer;
});

test('a close ends all that waits, and is told once with the ERROR before it', async () => {
  const { socket, stomp, connect, closings } = await setUp();
  await connect();
  const answer = assert.rejects(socket.request('/app/messages.send', { clientMessageId: 'id-1' }), { code: 'offline', transient: true });
  stomp.onStompError({ headers: { message: 'session-revoked' }, body: '{"status":401}' });
  stomp.onWebSocketClose({ code: 4401 });
  stomp.onWebSocketClose({ code: 4401 });
  await answer;
  assert.deepEqual(
    closings.map(({ code, problem }) => [code, problem.code]),
    [[4401, 'session-revoked']],
  );
  await assert.rejects(socket.request('/app/receipts', {}), { code: 'offline' });
});

test('what cannot be published ends the connection', async () => {
  const { socket, stomp, connect, closings } = await setUp();
  await connect();
  stomp.broken = true;
  await assert.rejects(socket.request('/app/receipts', {}), { code: 'offline' });
  assert.deepEqual(closings, [{ code: 1006, problem: undefined }]);
});

test('says goodbye, and closes by force when that is not answered', async () => {
  const { clock, socket, stomp, connect, closings, events } = await setUp();
  await connect();
  let end;
  stomp.deactivate = async ({ force } = {}) => {
    stomp.forced = force ?? false;
    return force ? undefined : new Promise(resolve => (end = resolve));
  };
  socket.leave();
  assert.equal(stomp.forced, false);
  await clock.advance(2000);
  assert.equal(stomp.forced, true);
  end();
  stomp.subscriptions.get('/user/queue/events')({ body: '{}' });
  await settled();
  assert.deepEqual(events, [], 'nothing is heard after the goodbye');
  assert.deepEqual(closings, []);
});
