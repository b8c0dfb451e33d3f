import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChatClient } from '../../../main/resources/META-INF/resources/sdk/index.js';

/** Against a server that runs: `CHATTY_URL=http://localhost:8080 node --test src/test/js/sdk/live.test.js` after `npm ci`. */
const baseUrl = process.env.CHATTY_URL;
const live = { skip: baseUrl ? false : 'CHATTY_URL is not set', timeout: 60_000 };
const run = Date.now().toString(36);

test('two people talk, through a broken connection, and one leaves', live, async t => {
  const anna = await person(t, 'anna');
  const bob = await person(t, 'bob');
  await Promise.all([anna.chat.connect(), bob.chat.connect()]);

  const found = await anna.chat.users({ q: `Bob-${run}` });
  assert.deepEqual(
    found.items.map(({ id }) => id),
    [bob.chat.userId],
  );
  anna.chat.watch([bob.chat.userId]);
  await anna.heard('presence.changed', ({ userId, state }) => userId === bob.chat.userId && state === 'online');

  const hello = await anna.chat.send({ to: bob.chat.userId, text: 'Hello <b>Bob</b>\n: \\ 👋' }).done;
  const { message } = await bob.heard('message.created', () => true);
  assert.equal(message.text, 'Hello <b>Bob</b>\n: \\ 👋');
  assert.equal(message.clientMessageId, undefined);
  const { conversationId } = hello;

  bob.chat.typing(conversationId);
  await anna.heard('typing', ({ userId }) => userId === bob.chat.userId);
  bob.chat.read(conversationId, 1);
  await anna.heard('receipts.updated', ({ userId, readSeq }) => userId === bob.chat.userId && readSeq === 1);

  bob.cut();
  await bob.heard('status', ({ state }) => state === 'offline');
  const answers = ['while', 'you', 'were', 'away'].map(text => anna.chat.send({ conversationId, text }).done);
  const own = bob.chat.send({ conversationId, text: 'me too' }).done;
  await Promise.all([...answers, own]);
  const { lastSeq } = await bob.chat.conversation(conversationId);
  assert.equal(lastSeq, 6);
  await bob.heard('message.created', ({ rev }) => rev === 6);
  const told = bob.events.filter(({ type }) => type === 'message.created').map(({ rev }) => rev);
  assert.deepEqual(told, [1, 2, 3, 4, 5, 6], 'each once, in order');
  const page = await bob.chat.messages(conversationId).newest(4);
  assert.deepEqual(
    page.items.map(({ seq }) => seq),
    [3, 4, 5, 6],
  );
  assert.equal(page.hasBefore, true);

  bob.chat.disconnect();
  await anna.heard('presence.changed', ({ userId, state }) => userId === bob.chat.userId && state === 'offline');
});

test('what was changed while away is there afterwards, by push and by protocol', live, async t => {
  const emil = await person(t, 'emil');
  const fay = await person(t, 'fay');
  await Promise.all([emil.chat.connect(), fay.chat.connect()]);
  const texts = ['one', 'two', 'three'];
  const [first] = await Promise.all(texts.map(text => emil.chat.send({ to: fay.chat.userId, text }).done));
  const { conversationId } = first;
  await fay.heard('message.created', ({ rev }) => rev === 3);
  const messages = emil.chat.messages(conversationId);
  assert.equal((await messages.edit(1, 'won')).text, 'won');
  await fay.heard('message.updated', ({ message }) => message.text === 'won');

  fay.cut();
  await fay.heard('status', ({ state }) => state === 'offline');
  await messages.remove(2);
  await messages.react(3, '👍');
  await emil.chat.send({ conversationId, text: 'four', replyTo: 1 }).done;
  await fay.heard('message.deleted', ({ message }) => message.seq === 2);
  await fay.heard('message.updated', ({ message }) => message.reactions?.[0]?.emoji === '👍');
  await fay.heard('message.created', ({ message }) => message.replyTo === 1);
  const told = fay.events.filter(({ type }) => type.startsWith('message.')).map(({ rev }) => rev);
  assert.deepEqual(told, [...new Set(told)], 'each once');
  const { items } = await fay.chat.messages(conversationId).newest(10);
  assert.deepEqual(
    items.map(({ text }) => text),
    ['won', undefined, 'three', 'four'],
  );
  await assert.rejects(fay.chat.messages(conversationId).edit(1, 'mine'), { code: 'not-message-author', status: 403 });
  await assert.rejects(fay.chat.messages(conversationId).react(2, '👍'), { code: 'message-deleted', status: 409 });
  const { me } = await fay.chat.configure(conversationId, { pinned: true, muted: true });
  assert.equal(me.pinned && me.muted, true);
  await fay.heard('conversation.updated', event => event.me.version === me.version);
});

test('where no socket is to be had, requests that wait do its work', live, async t => {
  const gus = await person(t, 'gus', () => 'ws://localhost:1/nobody-listens');
  const hanna = await person(t, 'hanna');
  await Promise.all([gus.chat.connect(), hanna.chat.connect()]);
  const { conversationId } = await gus.chat.send({ to: hanna.chat.userId, text: 'through the wall' }).done;
  const { seq } = await hanna.chat.send({ conversationId, text: 'and back' }).done;
  await gus.heard('message.created', ({ message }) => message.text === 'and back');
  await hanna.chat.messages(conversationId).edit(seq, 'and edited');
  await gus.heard('message.updated', ({ message }) => message.text === 'and edited');
  gus.chat.read(conversationId, seq);
  await hanna.heard('receipts.updated', ({ userId, readSeq }) => userId === gus.chat.userId && readSeq === seq);
});

test('a refusal is told with its code, and the connection lives on', live, async t => {
  const anna = await person(t, 'carla');
  await anna.chat.connect();
  await assert.rejects(anna.chat.send({ to: anna.chat.userId, text: 'x' }).done, { code: 'cannot-message-self' });
  await assert.rejects(anna.chat.send({ to: 'u_nobody', text: 'x' }).done, { code: 'not-found' });
  await assert.rejects(anna.chat.conversation('c_nothing'), { code: 'not-found', status: 404 });
  assert.equal(anna.chat.status.state, 'live');
});

test('a session that is ended elsewhere ends here', live, async t => {
  const here = await person(t, 'dora');
  await here.chat.connect();
  const token = here.token;
  const response = await fetch(`${baseUrl}/api/v1/sessions/current`, { method: 'DELETE', headers: { Authorization: `Bearer ${token}` } });
  assert.equal(response.status, 204);
  assert.equal((await here.heard('signed-out', () => true)).code, 'session-revoked');
  assert.equal(here.chat.status.final, true);
});

async function person(t, name, address = url => url) {
  const { WebSocket } = globalThis.WebSocket ? globalThis : await import('ws');
  const sockets = [];
  const chat = new ChatClient({
    baseUrl,
    webSocketFactory: url => {
      sockets.push(new WebSocket(address(url), ['v12.stomp']));
      return sockets.at(-1);
    },
  });
  const events = [];
  chat.on('*', event => events.push(event));
  t.after(() => chat.disconnect());
  const { token } = await chat.register({
    email: `${name}-${run}@example.org`,
    name: `${name[0].toUpperCase()}${name.slice(1)}-${run}`,
    password: `correct horse ${run}`,
  });
  return { chat, events, token, cut: () => sockets.at(-1).close(), heard: (type, wanted) => heard(chat, events, type, wanted) };
}

/** The first event that is wanted, whether it came or comes. */
function heard(chat, events, type, wanted) {
  const came = events.find(event => event.type === type && wanted(event));
  return (
    came ??
    new Promise(resolve => {
      const off = chat.on(type, event => {
        if (wanted(event)) {
          off();
          resolve(event);
        }
      });
    })
  );
}
