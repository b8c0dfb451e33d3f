import assert from 'node:assert/strict';
import { test } from 'node:test';
import { erase, react } from './support/fake-server.js';
import { World, finished } from './support/world.js';

/**
 * The rule by which a client becomes and stays whole, alone: whatever is lost, doubled or swapped, and however often the connection is cut,
 * it ends with what the server has. The seed is in the name: `CHATTY_SEEDS=3000` plays more.
 */
const SEEDS = Number(process.env.CHATTY_SEEDS ?? 20);
const FAULTS = { lostEvent: 0.15, doubledEvent: 0.15, lateEvent: 0.2, lostAck: 0.05, latencyMs: 30 };
const CUTS = 10;
const HISTORY = [...Array(300).fill('write'), ...Array(60).fill('edit'), ...Array(30).fill('react'), ...Array(20).fill('remove')];

for (let seed = 1; seed <= SEEDS; seed++) {
  test(`a client that is cut ten times ends equal to the server (seed ${seed})`, () => play(seed, false));
  test(`the same without a socket (seed ${seed})`, () => play(seed, true));
}

async function play(seed, walled) {
  const world = new World({ seed, faults: FAULTS });
  const { clock, random, server } = world;
  const [anna, bob] = [server.user('anna'), server.user('bob')];
  server.write(bob, anna, 'first');
  server.walled = walled;
  const tab = world.tab(anna);
  const mirror = mirrorOf(tab.chat);
  tab.chat.connect().catch(() => {});
  await clock.until(() => tab.chat.status.state === 'live');
  const conversation = server.conversationOf(anna, bob);
  await mirror.load(clock, conversation.id);

  const any = () => 1 + Math.floor(random() * conversation.messages.length);
  const happenings = {
    write: () => (random() < 0.3 ? tab.chat.send({ to: bob.id, text: `mine ${random()}` }) : server.write(bob, anna, `${random()}`)),
    edit: () =>
      server.change(conversation, any(), message => message.deletedAt ?? Object.assign(message, { text: `${random()}`, editedAt: 't' })),
    react: () => server.change(conversation, any(), message => message.deletedAt ?? react(message, bob.id, '👍', random() < 0.7)),
    remove: () => server.change(conversation, any(), message => message.deletedAt ?? erase(message, 't')),
  };
  const story = shuffled(HISTORY, random);
  const cuts = new Set(Array.from({ length: CUTS }, () => Math.floor(random() * story.length)));
  for (const [step, happening] of story.entries()) {
    happenings[happening]();
    await clock.advance(random() * 300);
    if (cuts.has(step)) {
      server.down = true;
      server.cutAll();
      clock.setTimeout(() => (server.down = false), random() * 10_000);
    }
  }
  server.down = false;
  server.faults = { ...server.faults, lostEvent: 0, doubledEvent: 0, lateEvent: 0, lostAck: 0 };
  await clock.until(() => tab.chat.status.state === 'live' && !tab.chat.outbox().length);
  await clock.advance(400_000); // a round heals what the end of the story lost

  assert.deepEqual(mirror.messages(), server.seen(anna, conversation.id), `seed ${seed}`);
  assert.equal(tab.chat.point(conversation.id).rev, conversation.rev);
  const revs = tab.events.filter(({ type }) => type.startsWith('message.')).map(({ rev }) => rev);
  assert.equal(new Set(revs).size, revs.length, 'each change was told once');
  const page = await finished(clock, tab.chat.messages(conversation.id).newest(100));
  assert.deepEqual(page.items, server.seen(anna, conversation.id).slice(-100));
}

/** What a program that takes the client's word for it would show: nothing is compared, the last that was told stands. */
function mirrorOf(chat) {
  const held = new Map();
  chat.on('*', ({ type, message }) => {
    if (type.startsWith('message.')) {
      assert.ok(message.rev > (held.get(message.seq)?.rev ?? 0), `${message.seq} goes back`);
      held.set(message.seq, message);
    }
  });
  return {
    async load(clock, id) {
      const { items } = await finished(clock, chat.messages(id).newest(100));
      items.forEach(item => held.set(item.seq, item));
    },
    messages: () => [...held.values()].sort((one, other) => one.seq - other.seq),
  };
}

function shuffled(all, random) {
  return all
    .map(one => [random(), one])
    .sort(([one], [other]) => one - other)
    .map(([, one]) => one);
}
