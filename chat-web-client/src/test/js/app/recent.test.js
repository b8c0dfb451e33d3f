import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keep, keptAlike } from '../../../main/resources/META-INF/resources/app/db/recent.js';
import { erase } from '../sdk/support/fake-server.js';
import { Browser, World } from '../sdk/support/world.js';
import { app, settled } from './fake-client.js';
import { open, sheet } from './pages.js';
import { ME, conversation, message } from './support.js';

const SAVED_MS = 1500;
const OWNER = { account: ME.id, epoch: 'e1' };

/** @param {number} from @param {number} to */
const stretch = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => message(from + i));

/** @param {object[]} messages @param {boolean} [atStart] */
const held = (messages, atStart = true) =>
  /** @type {any} */ ({ head: conversation({ lastSeq: 400 }), messages, atStart, loaded: true });

describe('what is kept of a conversation', () => {
  const point = { rev: 400, seq: 400 };

  test('is its last two hundred messages', () => {
    const kept = keep(held(stretch(1, 400)), 7, point, OWNER);
    assert.deepEqual([kept.messages.length, kept.messages[0]?.seq, kept.atStart], [200, 201, false]);
    assert.deepEqual([kept.id, kept.rev, kept.seq, kept.head.unreadCount], ['c_1', 400, 400, 7]);
  });

  test('is not touched by older messages than those', () => {
    const now = held(stretch(101, 400));
    const { messages } = now;
    assert.ok(keptAlike(now, { ...now, messages: [...stretch(1, 100), ...messages] }));
    assert.ok(!keptAlike({ ...now, messages: messages.slice(-50) }, now), 'there was room for more');
    assert.ok(!keptAlike(now, { ...now, messages: [...messages, message(401)] }));
    assert.ok(!keptAlike(now, { ...now, head: { ...now.head, rev: 401 } }));
  });

  test('has no hole', () => {
    const kept = keep(held([...stretch(1, 5), ...stretch(8, 9)]), 0, point, OWNER);
    assert.deepEqual([kept.messages.map(({ seq }) => seq), kept.atStart], [[8, 9], false]);
  });

  test('knows when it is all there is', () => {
    assert.equal(keep(held(stretch(1, 3)), 0, point, OWNER).atStart, true);
    assert.deepEqual(keep(held([]), 0, point, OWNER).messages, []);
  });
});

describe('after a reload', () => {
  /** Anna has read two messages of Bob, and her page is gone. */
  async function left() {
    const world = new World();
    const [anna, bob] = [world.server.user('anna'), world.server.user('bob')];
    ['one', 'two'].forEach(text => world.server.write(bob, anna, text));
    const page = open(world, anna, new Browser());
    await world.clock.until(() => page.view().list.rows.length === 1 && page.tab.chat.status.state === 'live');
    const { id } = page.view().list.rows[0];
    page.intents.openConversation(id);
    await world.clock.until(() => sheet(page).length === 2);
    await world.clock.advance(SAVED_MS);
    page.tab.crash();
    return { world, clock: world.clock, server: world.server, anna, bob, id, browser: page.browser };
  }

  test('what was read is there before the server has answered, and what was missed follows', async () => {
    const { world, clock, server, anna, bob, id, browser } = await left();
    server.write(bob, anna, 'three');
    server.down = true;
    const page = open(world, anna, browser);
    await settled();
    assert.equal(page.view().list.rows[0].line, 'two');
    page.intents.openConversation(id);
    assert.deepEqual(sheet(page), ['one -', 'two -']);
    assert.equal(page.view().chat.status, 'ready');
    await clock.advance(3000);
    assert.deepEqual(sheet(page), ['one -', 'two -'], 'also while there is no answer');
    assert.ok(page.view().list.dimmed, 'nobody is said to be here');

    server.down = false;
    await clock.until(() => sheet(page).length === 3);
    assert.deepEqual(sheet(page), ['one -', 'two -', 'three -']);
    assert.equal(page.tab.ofType('message.created').length, 1, 'the client was told from where to go on');
  });

  test('what was changed or erased meanwhile is so in the copy as well', async () => {
    const { world, clock, server, anna, id, browser } = await left();
    server.change({ id }, 1, kept => Object.assign(kept, { text: 'won', editedAt: 't' }));
    server.change({ id }, 2, kept => erase(kept, 't'));
    const page = open(world, anna, browser);
    await settled();
    page.intents.openConversation(id);
    await clock.until(() => sheet(page)[0] === 'won -' && sheet(page)[1] === 'Message deleted -');
    await clock.advance(SAVED_MS);
    const kept = (await browser.recent.all(anna.id)).find(one => one.id === id);
    assert.deepEqual(
      kept.messages.map(({ text }) => text),
      ['won', undefined],
    );
  });

  test('another store discards it, and neither drafts nor what waits', async () => {
    const { world, clock, server, anna, id, browser } = await left();
    server.down = true;
    const before = open(world, anna, browser);
    await settled();
    before.intents.openConversation(id);
    before.intents.send(id, 'waits');
    before.intents.changeDraft(id, 'half a letter');
    before.intents.pageHidden();
    await clock.advance(SAVED_MS);
    before.tab.crash();

    server.epoch = 'e2';
    Object.assign(server.conversations.get(id), { rev: 1, messages: server.history(id).slice(0, 1) });
    server.down = false;
    const page = open(world, anna, browser);
    await settled();
    page.intents.openConversation(id);
    assert.deepEqual(sheet(page).slice(0, 2), ['one -', 'two -']);
    await clock.until(() => sheet(page).some(line => line.startsWith('waits s')));
    assert.deepEqual(sheet(page), ['one -', 'waits sent']);
    assert.equal(page.view().chat.composer.draft, 'half a letter');
    await clock.advance(SAVED_MS);
    const kept = (await browser.recent.all(anna.id)).find(one => one.id === id);
    assert.deepEqual([kept.epoch, kept.messages.length], ['e2', 2]);
  });

  test('nothing is left of who signed out', async () => {
    const { world, clock, anna, browser } = await left();
    const page = open(world, anna, browser);
    await clock.until(() => page.tab.chat.status.state === 'live');
    page.intents.signOut();
    await clock.until(() => page.view().screen === 'auth');
    await clock.advance(SAVED_MS);
    assert.deepEqual(await browser.recent.all(anna.id), []);
  });

  test('nothing is left of whoever else was here', async () => {
    const { client, intents, disk, recent, view } = await app({ me: null });
    disk.remember({ ...ME, id: 'u_other' });
    await recent.update('u_other', 'c_9', () => keep(held([]), 0, { rev: 1, seq: 1 }, { account: 'u_other', epoch: 'e1' }));
    client.answer('signIn', { user: ME });
    intents.signIn({ email: ME.email, password: 'secret secret' });
    await settled();
    assert.equal(view().screen, 'app');
    assert.deepEqual(await recent.all('u_other'), []);
  });
});

describe('a browser that keeps nothing', () => {
  const refusing = { all: refuse, update: refuse, clear: refuse };

  async function refuse() {
    throw new Error('QuotaExceededError');
  }

  test('is told of once, and the page goes on', async () => {
    const { client, view, intents, clock } = await app({ recent: refusing });
    const words = () => view().toasts.map(({ text }) => text);
    assert.match(words().join(), /^This browser keeps nothing here\. [^,]*$/);
    client.emit({ type: 'storage.failed', problem: { code: 'storage-failed' } });
    intents.openConversation('c_1');
    intents.send('c_1', 'on we go');
    await settled();
    assert.equal(words().length, 1);
    assert.equal(sheet({ view }).length, 3);
    clock.pass(20_000);
    await settled();
    assert.equal(words().length, 0);
  });

  test('is told of when the first message cannot be kept', async () => {
    const { client, view } = await app();
    assert.deepEqual(view().toasts, []);
    client.emit({ type: 'storage.failed', problem: { code: 'storage-failed' } });
    await settled();
    assert.equal(view().toasts.length, 1);
  });

  test('is told of when a draft cannot be kept', async () => {
    const { disk, view } = await app();
    disk.onFull();
    await settled();
    assert.equal(view().toasts.length, 1);
  });
});
