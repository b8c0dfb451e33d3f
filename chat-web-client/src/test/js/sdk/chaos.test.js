import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Browser, World, finished } from './support/world.js';

const FAULTS = { lostEvent: 0.1, lostAck: 0.1, refusal: 0.05, cut: 0.02, latencyMs: 40 };
const SEEDS = Number(process.env.CHATTY_SEEDS ?? 25);

for (let seed = 1; seed <= SEEDS; seed++) {
  test(`nothing is lost, doubled or out of order whatever breaks (seed ${seed})`, () => play(seed));
}

async function play(seed) {
  const world = new World({ seed, faults: FAULTS });
  const { clock, random, server } = world;
  const anna = server.user('anna');
  const bob = server.user('bob');
  const shared = new Browser();
  const open = (user, browser) => world.tab(user, { browser, options: { account: user.id } });
  const tabs = [open(anna, shared), open(anna, shared), open(bob, new Browser())];
  const all = [...tabs];
  const written = [];
  tabs.forEach(tab => tab.chat.connect().catch(() => {}));

  const say = (index, text) => {
    const tab = tabs[index];
    tab.chat.send({ to: (tab.user === anna ? bob : anna).id, text });
    written.push(text);
  };
  const mishap = [
    () => server.cutAll(),
    () => tabs.forEach(({ sockets }) => (sockets.at(-1).black ||= random() < 0.3)),
    () => {
      server.down = true;
      server.cutAll();
      clock.setTimeout(() => (server.down = false), 20_000);
    },
    () => {
      const index = Math.floor(random() * 3);
      const old = tabs[index];
      old.crash();
      tabs[index] = open(old.user, old.browser);
      all.push(tabs[index]);
      tabs[index].chat.connect();
    },
    () => {
      clock.sleep(120_000);
      tabs.forEach(({ fire }) => fire('pageshow'));
    },
  ];
  for (let step = 0; step < 60; step++) {
    say(Math.floor(random() * 3), `${step}`);
    await clock.advance(random() * 800);
    if (random() < 0.15) {
      mishap[Math.floor(random() * mishap.length)]();
    }
  }
  server.faults = { ...server.faults, lostEvent: 0, lostAck: 0, refusal: 0, cut: 0 };
  const whole = server.conversationOf(anna, bob);
  await clock.until(() => whole.messages.length === written.length && tabs.every(({ chat }) => !chat.outbox().length));
  await clock.advance(400_000); // a round heals what the end of the story lost

  assert.deepEqual(whole.messages.map(({ text }) => text).sort(), [...written].sort(), 'each was stored once');
  for (const { chat, events, user } of all) {
    const told = events.filter(({ type }) => type === 'message.created');
    const revs = told.map(({ rev }) => rev);
    assert.deepEqual(revs, [...new Set(revs)], 'each was told once');
    assert.deepEqual(
      told.map(({ message }) => message.seq),
      revs.slice().sort((one, other) => one - other),
      'in order',
    );
    assert.equal(revs.length ? revs.at(-1) - revs[0] + 1 : 0, revs.length, 'without gaps');
    if (tabs.some(tab => tab.chat === chat)) {
      const page = await finished(clock, chat.messages(whole.id).after(0, 100));
      assert.deepEqual(
        page.items.map(({ text }) => text),
        whole.messages.map(({ text }) => text),
      );
      assert.equal(told.length === 0 || revs.at(-1) === written.length, true, `${user.name} was told the last`);
    }
  }
  const lastOf = new Map();
  for (const { clientMessageId } of whole.messages) {
    const [, origin, number] = /^(.*)-(\d+)$/.exec(clientMessageId);
    assert.ok(Number(number) > (lastOf.get(origin) ?? 0), 'what a tab wrote is in the order in which it was written');
    lastOf.set(origin, Number(number));
  }
}
