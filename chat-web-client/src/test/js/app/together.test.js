import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { World } from '../sdk/support/world.js';
import { open, sheet } from './pages.js';

/** The state of the page over the real SDK and a server in memory: two people, and what may go wrong between them. */

/** Reports every row of the sheet as seen, as the log does. @param {any} page */
const look = page =>
  (page.view().chat?.items ?? [])
    .flatMap(item => item.messages ?? [])
    .forEach(one => one.seq && page.intents.rowSeen(one.seq, true));

/** @param {object} [faults] */
async function meet(faults) {
  const world = new World({ faults });
  const [anna, bob] = [world.server.user('anna'), world.server.user('bob')];
  world.server.write(anna, bob, 'hello');
  const [a, b] = [open(world, anna), open(world, bob)];
  await world.clock.until(() => [a, b].every(page => page.tab.chat.status.state === 'live' && page.view().list.status === 'ready'));
  const { id } = a.view().list.rows[0];
  return { world, clock: world.clock, server: world.server, anna, bob, a, b, id };
}

describe('two people', () => {
  test('see each other write, and each message travel', async () => {
    const { clock, a, b, id } = await meet();
    assert.deepEqual([b.view().title, b.view().list.rows[0].line], ['(1) Chatty', 'hello']);
    b.intents.openConversation(id);
    await clock.until(() => sheet(b).length === 1);
    assert.equal(b.view().chat.items[1].type, 'unread');
    look(b);
    a.intents.openConversation(id);
    await clock.until(() => sheet(a)[0] === 'hello read');
    assert.equal(b.view().title, 'anna - Chatty');

    b.intents.changeDraft(id, 'hi');
    await clock.until(() => a.view().chat.typing === 'bob is writing...');
    b.intents.send(id, 'hi');
    assert.deepEqual(sheet(b), ['hello -', 'hi pending']);
    await clock.until(() => sheet(b)[1] === 'hi delivered' && sheet(a)[1] === 'hi -');
    assert.equal(a.view().chat.typing, null);
    look(a);
    await clock.until(() => sheet(b)[1] === 'hi read');
  });

  test('write on while the server is away; all of it goes out in order', async () => {
    const { clock, server, anna, bob, a, b, id } = await meet();
    a.intents.openConversation(id);
    b.intents.openConversation(id);
    server.down = true;
    server.cutAll();
    ['one', 'two', 'three'].forEach(text => a.intents.send(id, text));
    await clock.until(() => a.view().strip !== null);
    assert.match(a.view().strip.text, /^(Reconnecting in \d+ s\.|Connecting\.\.\.)$/);
    assert.deepEqual(sheet(a).slice(-3), ['one pending', 'two pending', 'three pending']);
    server.write(bob, anna, 'meanwhile');
    server.down = false;
    await clock.until(() => sheet(b).length === 5 && sheet(a).every(line => !line.endsWith('pending')));
    assert.deepEqual(
      sheet(b).map(line => line.split(' ')[0]),
      ['hello', 'meanwhile', 'one', 'two', 'three'],
    );
    assert.deepEqual(
      sheet(a).map(line => line.split(' ')[0]),
      ['hello', 'meanwhile', 'one', 'two', 'three'],
    );
    await clock.until(() => a.view().strip === null);
  });

  test('lose nothing when a page dies right after Enter', async () => {
    const { world, clock, server, anna, a, b, id } = await meet();
    b.intents.openConversation(id);
    server.down = true;
    server.cutAll();
    a.intents.openConversation(id);
    a.intents.send(id, 'last words');
    a.intents.changeDraft(id, 'and a draft');
    a.intents.pageHidden();
    await clock.advance(10);
    a.tab.crash();
    server.down = false;
    const again = open(world, anna, a.browser);
    await clock.until(() => again.view().chat === null && again.view().list.rows.length === 1);
    assert.equal(again.view().list.rows[0].line, 'and a draft');
    again.intents.openConversation(id);
    await clock.until(
      () => sheet(b).some(line => line.startsWith('last words')) && sheet(again).some(line => line === 'last words delivered'),
    );
    assert.equal(sheet(again).length, 2);
  });

  test('agree in the end over a network that loses and cuts', async () => {
    for (let seed = 1; seed <= 5; seed++) {
      const world = new World({ seed, faults: { lostEvent: 0.2, lostAck: 0.1, cut: 0.02 } });
      const { server, clock } = world;
      const [anna, bob] = [server.user('anna'), server.user('bob')];
      const { id } = server.conversationOf(anna, bob);
      server.write(anna, bob, 'start');
      const [a, b] = [open(world, anna), open(world, bob)];
      await clock.until(() => [a, b].every(page => page.view().list.rows.length === 1));
      [a, b].forEach(page => page.intents.openConversation(id));
      for (let i = 0; i < 20; i++) {
        a.intents.send(id, `a${i}`);
        b.intents.send(id, `b${i}`);
        await clock.advance(300);
        [a, b].forEach(look);
      }
      Object.assign(server.faults, { lostEvent: 0, lostAck: 0, cut: 0 });
      server.cutAll();
      await clock.until(
        () =>
          server.history(id).length === 41 &&
          [a, b].every(page => sheet(page).length === 41 && sheet(page).every(line => !/pending|failed/.test(line))),
      );
      [a, b].forEach(look);
      await clock.until(() => [a, b].every(page => page.view().badge === 0 && sheet(page).every(line => / (-|read)$/.test(line))));
      const order = page => sheet(page).map(line => line.split(' ')[0]);
      assert.deepEqual(order(a), order(b), `seed ${seed}`);
      assert.deepEqual(
        order(a),
        server.history(id).map(message => message.text),
      );
    }
  });
});
