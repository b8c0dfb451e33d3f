import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { erase, react } from '../sdk/support/fake-server.js';
import { World } from '../sdk/support/world.js';
import { open } from './pages.js';

/** Messages in view: text, mark, quote, reactions. */
const lines = page =>
  (page.view().chat?.items ?? [])
    .flatMap(item => item.messages ?? [])
    .map(({ text, edited, quote, reactions }) =>
      [text, edited && 'edited', quote && `re ${quote.author}: ${quote.text}`, ...reactions.map(one => one.label)]
        .filter(Boolean)
        .join(' | '),
    );

/** Anna and Bob at their pages, three messages between them. */
async function talk(history = ['bob: one', 'anna: two', 'bob: three']) {
  const world = new World();
  const { clock, server } = world;
  const people = { anna: server.user('anna'), bob: server.user('bob') };
  for (const line of history) {
    const [who, text] = line.split(': ');
    server.write(people[who], people[who === 'anna' ? 'bob' : 'anna'], text);
  }
  const conversation = server.conversationOf(people.anna, people.bob);
  Object.values(conversation.marks).forEach(marks => Object.assign(marks, { readSeq: history.length, deliveredSeq: history.length }));
  const [a, b] = [open(world, people.anna), open(world, people.bob)];
  await clock.until(() => [a, b].every(page => page.view().list.rows.length === 1 && page.tab.chat.status.state === 'live'));
  for (const page of [a, b]) page.intents.openConversation(conversation.id);
  await clock.until(() => [a, b].every(page => lines(page).length > 0));
  return { world, clock, server, ...people, a, b, id: conversation.id, conversation };
}

describe('an own message', () => {
  test('is edited in the field, and the draft comes back', async () => {
    const { clock, a, b, id } = await talk();
    a.intents.changeDraft(id, 'half a thought');
    a.intents.editLast();
    const { composer } = a.view().chat;
    assert.deepEqual([composer.draft, composer.context.kind, composer.context.text], ['two', 'edit', 'two']);
    a.intents.changeDraft(id, 'two and a half');
    a.intents.send(id, 'two and a half');
    assert.deepEqual([a.view().chat.composer.draft, a.view().chat.composer.context], ['half a thought', null]);
    await clock.until(() => [a, b].every(page => lines(page)[1] === 'two and a half | edited'));
    assert.match(b.view().chat.items.flatMap(item => item.messages ?? [])[1].label, /two and a half, .*edited/);
  });

  test('that could not be edited says why, and the words are not lost', async () => {
    const { clock, server, a, id } = await talk();
    a.intents.editLast();
    server.down = true;
    a.intents.send(id, 'lost?');
    await clock.until(() => a.view().toasts.some(({ text }) => text.startsWith('Nothing was changed.')));
    assert.equal(a.view().chat.composer.draft, 'lost?');
    a.intents.cancelContext();
    assert.equal(a.view().chat.composer.draft, '');
  });

  test('is not edited when it is too old, of the other one, or deleted', async () => {
    const { world, clock, server, a, id } = await talk();
    const [first, second] = a.view().chat.items.flatMap(item => item.messages ?? []);
    a.intents.beginEdit(first.seq);
    assert.equal(a.view().chat.composer.context, null);
    server.change({ id }, second.seq, message => erase(message, new Date(world.clock.now()).toISOString()));
    await clock.until(() => lines(a)[1] === 'Message deleted');
    a.intents.editLast();
    assert.equal(a.view().chat.composer.context, null);
    a.intents.send(id, 'new');
    await clock.until(() => lines(a).length === 4);
    clock.sleep(90_000_000);
    a.intents.editLast();
    assert.equal(a.view().chat.composer.context, null);
  });

  test('is deleted for both, and whoever was answering it answers no more', async () => {
    const { clock, a, b } = await talk();
    b.intents.beginReply(2);
    assert.equal(b.view().chat.composer.context.text, 'two');
    a.intents.remove(2);
    await clock.until(() => [a, b].every(page => lines(page)[1] === 'Message deleted'));
    assert.equal(b.view().chat.composer.context, null);
  });
});

describe('reactions', () => {
  test('are counted with who they are of, and taken away by the same press', async () => {
    const { clock, a, b } = await talk();
    a.intents.react(1, '👍');
    b.intents.react(1, '👍');
    await clock.until(() => lines(a)[0].endsWith('👍 2: You, bob') || lines(a)[0].endsWith('👍 2: bob, You'));
    a.intents.react(1, '👍');
    await clock.until(() => lines(a)[0] === 'one | 👍 1: bob' && lines(b)[0] === 'one | 👍 1: You');
  });

  test('do not move the row in the list, and are not new', async () => {
    const { clock, server, bob, a, id } = await talk();
    const before = a.view().list.rows[0].time;
    server.change({ id }, 1, message => react(message, bob.id, '🎉', true));
    await clock.until(() => lines(a)[0].includes('🎉'));
    assert.deepEqual([a.view().list.rows[0].time, a.view().list.rows[0].line], [before, 'three']);
  });
});

describe('a reply', () => {
  test('quotes what it answers, and follows its edits', async () => {
    const { clock, server, a, b, id } = await talk();
    a.intents.beginReply(1);
    assert.equal(a.view().chat.composer.context.title, 'Reply to bob');
    a.intents.send(id, 'indeed');
    await clock.until(() => lines(b).at(-1) === 'indeed | re You: one');
    assert.equal(a.view().chat.composer.context, null);
    server.change({ id }, 1, message => Object.assign(message, { text: 'won', editedAt: new Date(clock.now()).toISOString() }));
    await clock.until(() => lines(a).at(-1) === 'indeed | re bob: won');
    server.change({ id }, 1, message => erase(message, new Date(clock.now()).toISOString()));
    await clock.until(() => lines(a).at(-1) === 'indeed | re bob: Message deleted');
  });

  test('to what is far away fetches it, and leads there', async () => {
    const { clock, server, anna, bob, a, id } = await talk(Array.from({ length: 300 }, (_, i) => `bob: line ${i + 1}`));
    assert.equal(lines(a).length, 50);
    const far = server.write(bob, anna, 'about that');
    server.change({ id }, far.seq, message => Object.assign(message, { replyTo: 3 }));
    await clock.until(() => lines(a).at(-1) === 'about that | re bob: line 3');

    a.intents.goTo(3);
    await clock.until(() => a.view().chat.target?.seq === 3);
    assert.ok(lines(a).includes('line 3') && !lines(a).includes('line 60'));
    await clock.advance(5000);
    const gap = a.view().chat.items.find(({ type }) => type === 'gap');
    assert.equal(gap.status, 'open', 'what lies between is not loaded before somebody comes near');
    a.intents.loadGap(id, gap.beforeSeq, true);
    await clock.until(() => lines(a).includes('line 60'));
    a.intents.loadGap(id, gap.beforeSeq);
    await clock.until(() => lines(a).includes('line 240'));
    a.intents.goTo(4000);
    await clock.until(() => a.view().toasts.some(({ text }) => text.startsWith('This message could not')));
  });
});

describe('a conversation', () => {
  test('is pinned, muted, marked and archived, on every device', async () => {
    const { world, clock, server, anna, bob, a, id } = await talk();
    const other = open(world, anna);
    const carl = server.user('carl');
    server.write(carl, anna, 'hello');
    await clock.until(() => [a, other].every(page => page.view().list.rows.length === 2 && page.tab.chat.status.state === 'live'));
    assert.deepEqual(
      a.view().list.rows.map(({ person }) => person.name),
      ['carl', 'bob'],
    );
    a.intents.configure(id, { pinned: true, muted: true });
    await clock.until(() => [a, other].every(page => page.view().list.rows[0].id === id && page.view().list.rows[0].muted));
    assert.match(a.view().list.rows[0].label, /pinned, muted/);
    a.intents.closeConversation();
    a.intents.markConversation(id, true);
    await clock.until(() => other.view().list.rows[0].marked);
    a.intents.openConversation(id);
    await clock.until(() => !other.view().list.rows[0].marked);

    a.intents.configure(id, { muted: false, archived: true });
    await clock.until(() => [a, other].every(page => page.view().list.rows.length === 1));
    a.intents.showArchive(true);
    assert.deepEqual([a.view().list.archive, a.view().list.rows[0].id], [true, id]);
    a.intents.showArchive(false);
    server.write(bob, anna, 'again');
    await clock.until(() => [a, other].every(page => page.view().list.rows.length === 2));
  });
});

describe('details of a message', () => {
  test('say when it was sent, delivered and read, and what is only known roughly', async () => {
    const { clock, a, b } = await talk();
    a.intents.showDetails(2);
    const values = () => a.view().chat.details.rows.map(({ label, value }) => `${label} ${value.replace(/\d\d:\d\d/, 'T')}`);
    await clock.advance(3000);
    assert.ok(values().includes('Sent Today, T'));
    b.intents.markRead();
    await clock.until(() => values().some(value => value.startsWith('Read') && value !== 'Read not yet'));
    a.intents.showDetails(null);
    assert.equal(a.view().chat.details, null);
  });
});
