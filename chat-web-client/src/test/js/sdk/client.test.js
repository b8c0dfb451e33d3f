import assert from 'node:assert/strict';
import { test } from 'node:test';
import { erase, react } from './support/fake-server.js';
import { Browser, World, finished } from './support/world.js';

async function start(options) {
  const world = new World(options);
  const anna = world.server.user('anna');
  const bob = world.server.user('bob');
  return { world, anna, bob, ...world };
}

async function connected(world, ...tabs) {
  tabs.forEach(({ chat }) => chat.connect().catch(() => {}));
  await world.clock.until(() => tabs.every(({ chat }) => chat.status.state === 'live'));
}

test('connect resolves when subscribed and caught up', async () => {
  const { world, anna, bob, server, clock } = await start();
  server.write(bob, anna, 'before');
  const tab = world.tab(anna);
  let resolved = false;
  tab.chat.connect().then(() => (resolved = true));
  await clock.until(() => resolved);
  assert.deepEqual(
    tab.ofType('status').map(({ state }) => state),
    ['connecting', 'catching-up', 'live'],
  );
  assert.equal(tab.ofType('conversation.state')[0].conversation.lastMessage.text, 'before');
  assert.equal(tab.chat.userId, anna.id);
  assert.equal(tab.chat.epoch, 'e1');
});

test('two people talk', async () => {
  const { world, anna, bob, clock } = await start();
  const [a, b] = [world.tab(anna), world.tab(bob)];
  await connected(world, a, b);
  let message;
  a.chat.send({ to: bob.id, text: 'hello' }).done.then(stored => (message = stored));
  await clock.until(() => message && b.ofType('message.created').length);
  assert.equal(message.seq, 1);
  assert.equal(b.ofType('message.created')[0].message.text, 'hello');
  assert.equal(b.ofType('conversation.state').length, 1, 'the new conversation is told with its first message');
  assert.deepEqual(
    a.ofType('outbox.changed').map(({ entry }) => entry.state),
    ['pending', 'sent'],
  );
  await clock.until(() => a.ofType('receipts.updated').some(({ userId, deliveredSeq }) => userId === bob.id && deliveredSeq === 1));
});

test('what was missed while away is told once, in order, and then what waits is sent', async () => {
  const { world, anna, bob, server, clock } = await start();
  const tab = world.tab(anna);
  server.write(bob, anna, '1');
  await connected(world, tab);
  server.down = true;
  server.cutAll();
  tab.chat.send({ to: bob.id, text: 'mine' });
  ['2', '3', '4'].forEach(text => server.write(bob, anna, text));
  await clock.advance(5000);
  assert.equal(tab.chat.status.state, 'offline');
  server.down = false;
  await clock.until(() => tab.ofType('message.created').length === 4);
  assert.deepEqual(
    tab.ofType('message.created').map(({ message }) => message.text),
    ['2', '3', '4', 'mine'],
  );
  assert.deepEqual(tab.ofType('caught-up').at(-1), { type: 'caught-up', messages: 3, conversations: 1 });
});

test('a lost event is fetched after 300 ms', async () => {
  const { world, anna, bob, server, clock } = await start();
  const tab = world.tab(anna);
  server.write(bob, anna, '1');
  await connected(world, tab);
  server.faults.lostEvent = 1;
  server.write(bob, anna, '2');
  server.faults.lostEvent = 0;
  server.write(bob, anna, '3');
  await clock.advance(200);
  assert.equal(tab.ofType('message.created').length, 0);
  await clock.advance(200);
  assert.deepEqual(
    tab.ofType('message.created').map(({ message }) => message.text),
    ['2', '3'],
  );
});

test('a message that was refused for good fails with the reason, and can be retried under its id', async () => {
  const { world, anna, bob, server, clock } = await start();
  const tab = world.tab(anna);
  await connected(world, tab);
  server.refuse = () => ({ code: 'cannot-message-user', status: 403 });
  const { clientMessageId, done } = tab.chat.send({ to: bob.id, text: 'x' });
  await clock.advance(100);
  await assert.rejects(done, { code: 'cannot-message-user', status: 403 });
  assert.equal(tab.chat.outbox()[0].state, 'failed');
  assert.equal(tab.chat.outbox()[0].problem.code, 'cannot-message-user');
  server.refuse = undefined;
  const again = tab.chat.retry(clientMessageId);
  await clock.advance(100);
  assert.equal((await again.done).clientMessageId, clientMessageId);
  assert.equal(tab.chat.outbox().length, 0);
});

test('what fits in no frame is refused before it goes', async () => {
  const { world, anna, bob, clock } = await start();
  const tab = world.tab(anna);
  await connected(world, tab);
  const { done } = tab.chat.send({ to: bob.id, text: 'x'.repeat(70_000) });
  await clock.advance(100);
  await assert.rejects(done, { code: 'payload-too-large' });
  assert.equal(tab.chat.status.state, 'live');
});

test('a message written before the first connection is sent by the next client over the storage', async () => {
  const { world, anna, bob, server, clock } = await start();
  const browser = new Browser();
  const first = world.tab(anna, { browser, options: { account: anna.id } });
  first.chat.send({ to: bob.id, text: 'written offline' });
  await clock.advance(10);
  first.crash();
  const second = world.tab(anna, { browser });
  await connected(world, second);
  await clock.until(() => server.history(`c_${anna.id}_${bob.id}`).length === 1 && !second.chat.outbox().length);
});

test('a message on its way when the tab is closed is taken over by the other tab', async () => {
  const { world, anna, bob, server, clock } = await start();
  const browser = new Browser();
  const [first, second] = [world.tab(anna, { browser }), world.tab(anna, { browser })];
  await connected(world, first, second);
  server.down = true;
  server.cutAll();
  first.chat.send({ to: bob.id, text: 'x' });
  await clock.advance(100);
  assert.equal(second.chat.outbox().length, 1, 'the other tab shows it');
  first.fire('pagehide');
  first.crash();
  server.down = false;
  await clock.until(() => server.history(`c_${anna.id}_${bob.id}`).length === 1);
});

test('a session that is over stops the client and keeps what waits', async () => {
  const { world, anna, bob, server, clock } = await start();
  const tab = world.tab(anna);
  await connected(world, tab);
  server.users.delete(anna.token);
  server.cutAll(4401);
  tab.chat.send({ to: bob.id, text: 'later' });
  await clock.advance(120_000);
  assert.equal(tab.chat.status.state, 'signed-out');
  assert.equal(tab.ofType('signed-out').length, 1);
  assert.equal(tab.sockets.length, 1, 'no further attempt');
  assert.equal(tab.chat.outbox().length, 1);
  server.users.set(anna.token, anna);
  await connected(world, tab);
  await clock.until(() => tab.chat.outbox().length === 0);
});

test('a token is read anew for each connection', async () => {
  const { world, anna, clock, server } = await start();
  let reads = 0;
  const tab = world.tab(anna, { options: { auth: { getToken: () => (reads++, anna.token) } } });
  await connected(world, tab);
  const before = reads;
  server.cutAll();
  await connected(world, tab);
  assert.ok(reads > before);
  assert.equal(tab.sockets.length, 2);
});

test('a broken protocol stops the client, another close code does not', async () => {
  const { world, anna, server, clock } = await start();
  const tab = world.tab(anna);
  await connected(world, tab);
  server.cutAll(4429);
  await connected(world, tab);
  server.cutAll(4400);
  await clock.advance(120_000);
  assert.equal(tab.chat.status.state, 'offline');
  assert.equal(tab.chat.status.final, true);
  assert.equal(tab.sockets.length, 2);
});

test('a dead connection is found when the page comes back', async () => {
  const { world, anna, bob, server, clock } = await start();
  const tab = world.tab(anna);
  server.write(bob, anna, '1');
  await connected(world, tab);
  tab.sockets[0].black = true;
  server.write(bob, anna, '2');
  await clock.advance(1000);
  assert.equal(tab.ofType('message.created').length, 0);
  tab.fire('pageshow');
  await clock.advance(1000);
  assert.equal(tab.ofType('message.created').length, 1, 'fetched at once');
  await clock.advance(10_000);
  assert.equal(tab.sockets.length, 2, 'and connected anew');
  assert.equal(tab.chat.status.state, 'live');
});

test('a network that goes away is told at once, and one that comes back is used at once', async () => {
  const { world, anna, bob, server, clock } = await start();
  let online = true;
  const tab = world.tab(anna, { platform: { online: () => online } });
  await connected(world, tab);
  const network = here => {
    online = here;
    tab.fire(here ? 'online' : 'offline');
  };
  const states = () => tab.ofType('status').map(({ state }) => state);

  server.silent = true;
  network(false);
  assert.equal(tab.chat.status.state, 'offline', 'nobody waits for a heartbeat');
  await clock.advance(10_000);
  assert.ok(!states().slice(3).includes('connecting'), 'what is tried on a machine without a network is still called offline');

  network(true);
  assert.equal(tab.chat.status.state, 'connecting');
  network(false);
  assert.equal(tab.chat.status.state, 'offline', 'also while it connects');
  server.silent = false;
  server.write(bob, anna, 'meanwhile');
  network(true);
  await clock.advance(1000);
  assert.equal(tab.chat.status.state, 'live', 'whatever hung before');
  assert.equal(tab.ofType('message.created').length, 0);
  assert.equal(tab.ofType('conversation.state').length, 1);
  assert.equal(server.sockets.size, 1, 'no attempt lives on beside the last');
});

test('a jump of the clock is noticed without an event of the page', async () => {
  const { world, anna, bob, server, clock } = await start();
  const tab = world.tab(anna);
  server.write(bob, anna, '1');
  await connected(world, tab);
  tab.sockets[0].black = true;
  server.write(bob, anna, '2');
  clock.sleep(3_600_000);
  await clock.advance(10_000);
  assert.equal(tab.ofType('message.created').length, 1);
});

test('what was kept of an earlier run is gone on from', async () => {
  const { world, anna, bob, server, clock } = await start();
  server.write(bob, anna, '1');
  const before = world.tab(anna);
  await connected(world, before);
  const { conversation } = before.ofType('conversation.state')[0];
  const { rev, seq } = before.chat.point(conversation.id);
  assert.deepEqual({ rev, seq }, { rev: 1, seq: 1 });
  const { epoch, cursor } = before.chat;
  const points = [{ id: conversation.id, rev, seq }];
  before.crash();
  ['2', '3'].forEach(text => server.write(bob, anna, text));

  const after = world.tab(anna);
  after.chat.resume(epoch, cursor, points);
  await connected(world, after);
  assert.deepEqual(
    after.ofType('message.created').map(({ message, caughtUp }) => [message.text, caughtUp]),
    [
      ['2', true],
      ['3', true],
    ],
  );
  assert.equal(after.ofType('reset').length, 0);

  server.epoch = 'another';
  const other = world.tab(anna);
  other.chat.resume(epoch, cursor, points);
  await connected(world, other);
  assert.equal(other.ofType('reset').length, 1);
  assert.equal(other.ofType('message.created').length, 0, 'numbers of another store mean nothing');
});

test('too much to tell is left to the pages', async () => {
  const { world, anna, bob, server, clock } = await start();
  const tab = world.tab(anna);
  server.write(bob, anna, 'first');
  await connected(world, tab);
  server.faults.lostEvent = 1;
  for (let i = 0; i < 1500; i++) {
    server.write(bob, anna, `${i}`);
  }
  server.faults.lostEvent = 0;
  tab.fire('pageshow');
  await clock.advance(1000);
  assert.equal(tab.ofType('conversation.reset').length, 1);
  server.write(bob, anna, 'next');
  await clock.advance(1000);
  assert.deepEqual(
    tab.ofType('message.created').map(({ message }) => message.text),
    ['next'],
  );
});

test('what was edited, deleted and reacted to while away is told, and how much is new', async () => {
  const { world, anna, bob, server, clock } = await start();
  const tab = world.tab(anna);
  ['1', '2', '3'].forEach(text => server.write(bob, anna, text));
  await connected(world, tab);
  const conversation = server.conversationOf(anna, bob);
  server.cutAll();
  server.change(conversation, 1, message => Object.assign(message, { text: 'one', editedAt: 't' }));
  server.change(conversation, 2, message => erase(message, 't'));
  server.change(conversation, 3, message => react(message, bob.id, '👍', true));
  server.write(bob, anna, '4');
  server.change(conversation, 4, message => react(message, bob.id, '🎉', true));
  await connected(world, tab);
  const told = tab.events.filter(({ type }) => type.startsWith('message.'));
  assert.deepEqual(
    told.map(({ type, message }) => [type, message.seq]),
    [
      ['message.updated', 1],
      ['message.deleted', 2],
      ['message.updated', 3],
      ['message.created', 4],
    ],
  );
  assert.deepEqual(tab.ofType('caught-up').at(-1), { type: 'caught-up', messages: 1, conversations: 1 });
});

test('a person edits, deletes, reacts and replies; the other one is told', async () => {
  const { world, anna, bob, server, clock } = await start();
  const [a, b] = [world.tab(anna), world.tab(bob)];
  server.write(bob, anna, 'question');
  await connected(world, a, b);
  const { id } = server.conversationOf(anna, bob);
  const messages = a.chat.messages(id);
  const answered = a.chat.send({ conversationId: id, text: 'answer', replyTo: 1 }).done;
  await clock.advance(100);
  assert.equal((await answered).replyTo, 1);
  assert.equal((await finished(clock, messages.edit(2, 'better'))).text, 'better');
  assert.deepEqual((await finished(clock, messages.react(1, '❤️'))).reactions, [{ emoji: '❤️', userIds: [anna.id] }]);
  assert.deepEqual((await finished(clock, messages.unreact(1, '❤️'))).reactions, []);
  await finished(clock, messages.remove(2));
  await clock.advance(1000);
  for (const { events } of [a, b]) {
    assert.deepEqual(
      events.filter(({ type }) => type.startsWith('message.')).map(({ type, rev }) => [type, rev]),
      [
        ['message.created', 2],
        ['message.updated', 3],
        ['message.updated', 4],
        ['message.updated', 5],
        ['message.deleted', 6],
      ],
    );
  }
  assert.equal(server.requests.filter(({ path }) => path?.endsWith('/changes')).length, 0, 'nothing is fetched that was pushed');
  await assert.rejects(finished(clock, messages.edit(1, 'not mine')), { code: 'not-message-author' });
});

test('what a person changes while the event is lost is fetched', async () => {
  const { world, anna, bob, server, clock } = await start();
  const tab = world.tab(anna);
  server.write(anna, bob, '1');
  await connected(world, tab);
  const { id } = server.conversationOf(anna, bob);
  server.faults.lostEvent = 1;
  await finished(clock, tab.chat.messages(id).remove(1));
  await clock.advance(1000);
  assert.equal(tab.ofType('message.deleted').length, 1);
});

test('settings of a conversation are told to all own tabs', async () => {
  const { world, anna, bob, server, clock } = await start();
  const [a, other] = [world.tab(anna), world.tab(anna)];
  server.write(bob, anna, '1');
  await connected(world, a, other);
  const { id } = server.conversationOf(anna, bob);
  const { me } = await finished(clock, a.chat.configure(id, { pinned: true, muted: true }));
  assert.equal(me.pinned && me.muted, true);
  await clock.advance(100);
  assert.equal(other.ofType('conversation.updated')[0].me.version, me.version);
});

test('a cursor of another store makes the client start over, without a new connection', async () => {
  const { world, anna, bob, server, clock } = await start();
  const tab = world.tab(anna);
  server.write(bob, anna, '1');
  await connected(world, tab);
  server.epoch = 'e2';
  tab.fire('pageshow');
  await clock.advance(1000);
  assert.equal(tab.ofType('reset').length, 1);
  assert.equal(tab.ofType('conversation.state').length, 2);
  assert.equal(tab.chat.status.state, 'live');
});

test('where no socket is to be had, requests that wait do its work, until there is one', async () => {
  const { world, anna, bob, server, clock } = await start();
  server.walled = true;
  const tab = world.tab(anna);
  await connected(world, tab);
  server.write(bob, anna, 'hello');
  await clock.until(() => tab.ofType('message.created').length + tab.ofType('conversation.state').length);
  tab.chat.send({ to: bob.id, text: 'hi' });
  await clock.until(() => !tab.chat.outbox().length);
  const conversation = server.conversationOf(anna, bob);
  tab.chat.read(conversation.id, 1);
  await clock.until(() => conversation.marks[anna.id].readSeq === 1);
  server.write(bob, anna, 'again');
  await clock.until(() => tab.ofType('message.created').some(({ message }) => message.text === 'again'), 3000);
  const asked = () => server.requests.filter(({ path }) => path === '/sync').length;
  const before = asked();
  await clock.advance(120_000);
  assert.ok(asked() - before < 8, `${asked() - before} requests in two minutes`);
  assert.ok(!tab.ofType('status').slice(-2).some(({ state }) => state !== 'live' && state !== 'catching-up'), 'a look for a socket disturbs nothing');

  server.walled = false;
  await clock.until(() => server.sockets.size === 1);
  await clock.advance(1000);
  server.write(bob, anna, 'pushed');
  await clock.advance(100);
  assert.equal(tab.ofType('message.created').at(-1).caughtUp, undefined);
  const then = asked();
  await clock.advance(120_000);
  assert.ok(asked() - then <= 1, 'nothing waits any more, but the round of every five minutes');
});

test('a server that asks for it is asked within the time it gave', async () => {
  const { world, anna, server, clock } = await start();
  const tab = world.tab(anna);
  await connected(world, tab);
  const asked = () => server.requests.filter(({ path }) => path === '/sync').length;
  [...server.sockets].forEach(socket => socket.message('/user/queue/events', { type: 'sync.required', withinMs: 20_000 }));
  await clock.advance(21_000);
  assert.equal(asked(), 1);
});

test('every five minutes, give or take a fifth, it looks whether anything was missed', async () => {
  const { world, anna, bob, server, clock } = await start();
  const tab = world.tab(anna);
  server.write(bob, anna, '1');
  await connected(world, tab);
  server.faults.lostEvent = 1;
  server.write(bob, anna, '2');
  await clock.advance(239_000);
  assert.equal(tab.ofType('message.created').length, 0);
  await clock.advance(135_000);
  assert.equal(tab.ofType('message.created').length, 1);
});

test('another store makes the client start over', async () => {
  const { world, anna, bob, server } = await start();
  const tab = world.tab(anna);
  server.write(bob, anna, '1');
  await connected(world, tab);
  server.epoch = 'e2';
  server.conversations.clear();
  server.write(bob, anna, 'restored');
  server.cutAll();
  await connected(world, tab);
  assert.equal(tab.ofType('reset').length, 1);
  assert.equal(tab.ofType('conversation.state').at(-1).conversation.lastMessage.text, 'restored');
});

test('read marks go at most once a second, and with the page', async () => {
  const { world, anna, bob, server, clock } = await start();
  const tab = world.tab(anna);
  for (let i = 0; i < 9; i++) {
    server.write(bob, anna, `${i}`);
  }
  await connected(world, tab);
  await clock.advance(1500); // what came is reported as delivered
  const { id } = server.conversationOf(anna, bob);
  const reports = () =>
    server.requests
      .filter(({ destination }) => destination === '/app/receipts')
      .map(({ data }) => data.readSeq)
      .filter(Boolean);
  for (let seq = 1; seq <= 5; seq++) {
    tab.chat.read(id, seq);
    await clock.advance(100);
  }
  await clock.advance(1000);
  assert.deepEqual(reports(), [1, 5]);
  tab.chat.read(id, 6);
  tab.chat.read(id, 7);
  tab.fire('pagehide');
  await clock.advance(100);
  assert.equal(server.conversationOf(anna, bob).marks[anna.id].readSeq, 7);
});

test('signing in, and signing out wipes what waited', async () => {
  const { world, anna, bob, server, clock } = await start();
  const browser = new Browser();
  const tab = world.tab(anna, { browser, options: { auth: undefined } });
  const other = world.tab(anna, { browser });
  const refused = assert.rejects(tab.chat.signIn({ email: 'anna', password: 'wrong' }), { code: 'invalid-credentials', status: 401 });
  await clock.advance(100);
  await refused;
  assert.equal(tab.ofType('signed-out').length, 0);
  const signedIn = tab.chat.signIn({ email: 'anna', password: 'secret' });
  await clock.advance(500);
  assert.equal((await signedIn).token, anna.token);
  await connected(world, tab, other);
  server.refuse = () => ({ code: 'temporarily-unavailable', status: 503 });
  const { done } = tab.chat.send({ to: bob.id, text: 'x' });
  await clock.advance(100);
  const out = tab.chat.signOut();
  await clock.advance(100);
  await out;
  await assert.rejects(done, { code: 'signed-out' });
  assert.deepEqual(await browser.storage.all(anna.id), []);
  assert.deepEqual(
    tab.ofType('signed-out').map(({ code }) => code),
    ['signed-out'],
  );
  assert.deepEqual(
    other.ofType('signed-out').map(({ code }) => code),
    ['signed-out'],
    'the other tab as well',
  );
});

test('connect ends with its signal', async () => {
  const { world, anna, server, clock } = await start();
  server.down = true;
  const tab = world.tab(anna);
  const controller = new AbortController();
  const connecting = assert.rejects(tab.chat.connect({ signal: controller.signal }), { code: 'aborted' });
  await clock.advance(10_000);
  controller.abort();
  await connecting;
  assert.equal(tab.chat.status.state, 'idle');
});

test('watching and being away are said again after a reconnect', async () => {
  const { world, anna, bob, server, clock } = await start();
  const tab = world.tab(anna);
  tab.chat.watch([bob.id]);
  tab.chat.appear('away');
  await connected(world, tab);
  await clock.advance(500);
  server.cutAll();
  server.requests.length = 0;
  await connected(world, tab);
  await clock.advance(500);
  assert.deepEqual(server.requests.find(({ destination }) => destination === '/app/presence.watch').data, { userIds: [bob.id] });
  assert.deepEqual(server.requests.find(({ destination }) => destination === '/app/presence').data, { state: 'away' });
});

test('typing is said at most every three seconds, its end at once', async () => {
  const { world, anna, bob, server, clock } = await start();
  const tab = world.tab(anna);
  server.write(bob, anna, '1');
  await connected(world, tab);
  const { id } = server.conversationOf(anna, bob);
  for (let i = 0; i < 40; i++) {
    tab.chat.typing(id);
    await clock.advance(100);
  }
  tab.chat.typing(id, false);
  tab.chat.typing(id, false);
  await clock.advance(100);
  const said = server.requests.filter(({ destination }) => destination === '/app/typing').map(({ data }) => data.active);
  assert.deepEqual(said, [true, true, false]);
});

test('a page on its way holds what events told meanwhile', async () => {
  const { world, anna, bob, server, clock } = await start({ faults: { latencyMs: 50 } });
  const tab = world.tab(anna);
  server.write(bob, anna, '1');
  await connected(world, tab);
  server.faults.latencyMs = 1000;
  const { id } = server.conversationOf(anna, bob);
  let page;
  tab.chat
    .messages(id)
    .newest()
    .then(found => (page = found));
  await clock.until(() => server.requests.at(-1).path?.endsWith('/messages'));
  server.faults.latencyMs = 1;
  server.write(bob, anna, '2');
  await clock.until(() => page);
  assert.deepEqual(
    page.items.map(({ text }) => text),
    ['1', '2'],
  );
  assert.equal(page.rev, 2);
});

test('a page that was read before what is known is made whole', async () => {
  const { world, anna, bob, server, clock } = await start({ faults: { latencyMs: 50 } });
  const tab = world.tab(anna);
  ['1', '2', '3'].forEach(text => server.write(bob, anna, text));
  await connected(world, tab);
  const conversation = server.conversationOf(anna, bob);
  const asked = () => server.requests.filter(({ path }) => path?.endsWith('/messages')).length;
  server.faults.latencyMs = 1000;
  const [newest, middle] = [tab.chat.messages(conversation.id).newest(), tab.chat.messages(conversation.id).before(3, 1)];
  await clock.until(() => asked() === 2);
  server.faults.latencyMs = 1;
  server.change(conversation, 2, message => Object.assign(message, { text: 'two', editedAt: 't' }));
  server.write(bob, anna, '4');
  server.change(conversation, 4, message => erase(message, 't'));
  const page = await finished(clock, newest);
  assert.deepEqual(
    page.items.map(({ text }) => text),
    ['1', 'two', '3', undefined],
  );
  assert.equal(page.rev, 6);
  const items = (await finished(clock, middle)).items.map(({ text }) => text);
  assert.deepEqual(items, ['two'], 'a page in the middle ends where it ends');
});

test('what changed while away costs what changed', async () => {
  const { world, anna, server, clock } = await start();
  const people = Array.from({ length: 250 }, (_, i) => server.user(`p${i}`));
  for (const person of people) {
    server.write(person, anna, 'first');
  }
  const tab = world.tab(anna);
  await connected(world, tab);
  const asked = path => server.requests.filter(request => request.path === path).length;
  assert.equal(asked('/conversations'), 1, 'a new client reads one page');
  server.cutAll();
  await connected(world, tab);
  assert.deepEqual([asked('/conversations'), asked('/sync')], [1, 1], 'nothing new: one question');
  server.cutAll();
  people.slice(0, 230).forEach(person => server.write(person, anna, 'second'));
  await connected(world, tab);
  await clock.advance(100);
  assert.deepEqual([asked('/conversations'), asked('/sync')], [1, 4], 'three answers hold 230 conversations');
  assert.equal(tab.ofType('message.created').length, 100, 'of those that were known; the others are where they are');
});

test('a message of an unknown conversation is told at once, its conversation follows', async () => {
  const { world, anna, bob, server, clock } = await start();
  const tab = world.tab(anna);
  await connected(world, tab);
  server.faults.lostEvent = 1;
  server.write(bob, anna, '1');
  server.faults.lostEvent = 0;
  server.write(bob, anna, '2');
  await clock.advance(500);
  assert.deepEqual(
    tab.ofType('message.created').map(({ message }) => message.text),
    ['2'],
  );
  assert.equal(tab.ofType('conversation.state').at(-1).conversation.lastSeq, 2);
});
