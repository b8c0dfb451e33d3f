import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { app, problem, settled } from './fake-client.js';
import { ALICE, ME, NOON, conversation, created, message } from './support.js';

describe('a conversation', () => {
  test('opens from what is known, and loads its newest page once', async () => {
    const { client, view, intents, disk } = await app();
    intents.openConversation('c_1');
    assert.equal(view().chat.status, 'loading');
    await settled();
    assert.deepEqual(
      view().chat.items.map(item => item.type),
      ['day', 'unread', 'group'],
    );
    intents.closeConversation();
    assert.equal(disk.opened(ME.id), null);
    intents.openConversation('c_1');
    await settled();
    assert.deepEqual([client.made('newest').length, disk.opened(ME.id), view().chat.items.length], [1, 'c_1', 3]);
  });

  test('is asked for when it is not known; the last wish wins', async () => {
    const { client, view, intents } = await app({ heads: [conversation({ id: 'c_0', peer: { id: 'u_bob', name: 'Bob' } })] });
    client.answer('openConversation', conversation());
    intents.openWith(ALICE.id);
    intents.openConversation('c_0');
    await settled();
    assert.equal(view().chat.id, 'c_0');
    intents.openWith(ALICE.id);
    assert.equal(view().chat.id, 'c_1');
    assert.equal(client.made('openConversation').length, 1);
    client.answer('conversation', problem('not-found', { status: 404 }));
    intents.openConversation('c_9');
    await settled();
    assert.equal(view().chat.id, 'c_1');
    assert.equal(view().toasts[0].text, 'Could not open the conversation. This conversation is no longer there.');
  });

  test('loads older pages one at a time down to the first message', async () => {
    const { client, view, intents } = await app({
      page: { items: [message(51), message(52)], hasBefore: true },
      heads: [conversation({ lastSeq: 52, rev: 52 })],
    });
    intents.openConversation('c_1');
    await settled();
    client.answer('before', { items: Array.from({ length: 50 }, (_, i) => message(i + 1)), hasBefore: false });
    intents.loadOlder('c_1');
    intents.loadOlder('c_1');
    assert.equal(view().chat.older, 'loading');
    await settled();
    assert.deepEqual([client.made('before'), view().chat.hasOlder, view().chat.older], [[['c_1', 51]], false, 'idle']);
    intents.loadOlder('c_1');
    assert.equal(client.made('before').length, 1);
  });

  test('loads down to the unread divider, so that reading goes on where it stopped', async () => {
    const range = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => message(first + i));
    const head = conversation({ lastSeq: 250, rev: 250, unreadCount: 100, me: { readSeq: 60, deliveredSeq: 250, version: 1 } });
    const { client, view, intents } = await app({ heads: [head], page: { items: range(151, 250), hasBefore: true } });
    client.answer('before', { items: range(51, 150), hasBefore: true });
    intents.openConversation('c_1');
    await settled();
    assert.deepEqual(client.made('before'), [['c_1', 151]]);
    const { items } = view().chat;
    const divider = items.findIndex(item => item.type === 'unread');
    assert.deepEqual([items[divider - 1].messages.at(-1).seq, items[divider + 1].messages[0].seq], [60, 61]);
  });

  test('fills a hole by itself, and does not insist', async () => {
    const { client, view, intents } = await app({
      page: { items: [message(1), message(5)], hasBefore: false },
      heads: [conversation({ lastSeq: 5, rev: 5 })],
    });
    client.answer('before', { items: [message(2), message(3), message(4)], hasBefore: true });
    intents.openConversation('c_1');
    await settled();
    assert.deepEqual([client.made('before'), view().chat.items.some(item => item.type === 'gap')], [[['c_1', 5]], false]);
    client.emit(created(message(9)));
    client.answer('before', { items: [], hasBefore: true });
    client.emit({ type: 'status', state: 'live' });
    await settled();
    assert.deepEqual([client.made('before').length, view().chat.items.find(item => item.type === 'gap').status], [2, 'error']);
  });

  test('loads again after an error when the connection is back, and after too much was missed', async () => {
    const { client, view, intents } = await app();
    client.answer('newest', problem('offline'), { items: [message(1), message(2)], hasBefore: false });
    intents.openConversation('c_1');
    await settled();
    assert.equal(view().chat.status, 'error');
    client.emit({ type: 'status', state: 'live' });
    await settled();
    assert.equal(view().chat.status, 'ready');
    client.emit({ type: 'conversation.reset', conversationId: 'c_1' });
    await settled();
    assert.deepEqual([client.made('newest').length, view().chat.items.length > 0], [3, true]);
  });

  test('opens again by itself when the store of the server is another one', async () => {
    const { client, view, intents } = await app();
    intents.openConversation('c_1');
    await settled();
    client.emit({ type: 'reset' });
    await settled();
    assert.deepEqual([view().chat?.id, view().chat?.status, client.made('newest').length], ['c_1', 'ready', 2]);
  });
});

describe('writing', () => {
  test('sends trimmed text, empties the composer, goes to the end', async () => {
    const { client, view, intents, disk } = await app();
    intents.openConversation('c_1');
    await settled();
    intents.setPinned(false);
    intents.changeDraft('c_1', '  hello \n');
    intents.send('c_1', '  hello \n');
    const { chat } = view();
    assert.deepEqual(client.made('send'), [[{ conversationId: 'c_1', text: 'hello' }]]);
    assert.deepEqual([chat.composer.draft, chat.composer.draftToken, chat.pinToken, chat.pinned], ['', 1, 1, true]);
    assert.deepEqual([chat.items.at(-1).messages.at(-1).text, chat.items.at(-1).messages.at(-1).seal], ['hello', 'pending']);
    assert.deepEqual(disk.drafts(ME.id), {});
  });

  test('sends nothing that shows nothing or is too long', async () => {
    const { client, intents } = await app();
    for (const text of ['', ' \n', '\u200b', 'x'.repeat(11)]) intents.send('c_1', text);
    assert.deepEqual(client.made('send'), []);
    intents.send('c_1', '👍'.repeat(10));
    assert.equal(client.made('send').length, 1);
  });

  test('keeps drafts on disk soon, and at once when the page goes', async () => {
    const { client, clock, intents, disk } = await app();
    intents.changeDraft('c_1', 'a');
    intents.changeDraft('c_1', 'ab');
    assert.deepEqual(disk.drafts(ME.id), {});
    clock.pass(300);
    assert.deepEqual(disk.drafts(ME.id), { c_1: 'ab' });
    intents.changeDraft('c_1', 'abc');
    intents.pageHidden();
    assert.deepEqual(disk.drafts(ME.id), { c_1: 'abc' });
    intents.changeDraft('c_1', '');
    clock.pass(300);
    assert.deepEqual(disk.drafts(ME.id), {});
    assert.deepEqual(
      client.made('typing').map(([, active]) => active),
      [true, true, true, false],
    );
  });

  test('takes drafts of other tabs where nobody writes here', async () => {
    const { intents, view, stored } = await app();
    stored('chatty.draft.u_me.c_1', 'from there');
    assert.equal(view().list.rows[0].line, 'from there');
    intents.openConversation('c_1');
    stored('chatty.draft.u_me.c_1', 'more');
    assert.equal(view().chat.composer.draft, 'from there');
    intents.pageChanged({ focused: false });
    stored('chatty.draft.u_me.c_1', 'more');
    assert.deepEqual([view().chat.composer.draft, view().chat.composer.draftToken], ['more', 1]);
  });

  test('gives a failed message back to the composer', async () => {
    const { client, intents, view } = await app();
    intents.openConversation('c_1');
    client.emit({
      type: 'outbox.changed',
      entry: {
        clientMessageId: 'k',
        conversationId: 'c_1',
        text: 'failed',
        at: NOON,
        state: 'failed',
        problem: problem('validation-failed'),
      },
    });
    intents.changeDraft('c_1', 'next');
    intents.editFailed('k');
    assert.deepEqual([view().chat.composer.draft, client.made('discard')], ['failed\nnext', [['k']]]);
    intents.retry('k');
    intents.discard('k');
    assert.deepEqual([client.made('retry'), client.made('discard').length], [[['k']], 2]);
  });
});

describe('reading', () => {
  test('may be said of the whole conversation, once', async () => {
    const { client, intents, view } = await app();
    intents.markRead();
    assert.deepEqual(client.made('read'), [], 'nothing is open');
    intents.openConversation('c_1');
    intents.markRead();
    intents.markRead();
    assert.deepEqual(client.made('read'), [['c_1', 2]]);
    assert.equal(view().badge, 0);
  });

  test('reports a row after 700 ms in view, once', async () => {
    const { client, clock, intents, view } = await app();
    intents.openConversation('c_1');
    await settled();
    intents.rowSeen(1, true);
    intents.rowSeen(2, true);
    clock.pass(699);
    assert.deepEqual(client.made('read'), []);
    clock.pass(1);
    assert.deepEqual(client.made('read'), [['c_1', 2]]);
    assert.deepEqual([view().badge, view().title], [0, 'Alice - Chatty']);
    intents.rowSeen(1, false);
    intents.rowSeen(1, true);
    clock.pass(5000);
    assert.equal(client.made('read').length, 1);
  });

  test('never marks on a hidden page, and begins when it is looked at', async () => {
    const { client, clock, intents } = await app();
    intents.openConversation('c_1');
    intents.pageChanged({ visible: false });
    intents.rowSeen(2, true);
    clock.pass(60_000);
    assert.deepEqual([client.made('read'), client.made('appear')], [[], [['away']]]);
    intents.pageChanged({ visible: true });
    clock.pass(700);
    assert.deepEqual([client.made('read'), client.made('appear').at(-1)], [[['c_1', 2]], ['active']]);
  });

  test('forgets rows when another conversation opens', async () => {
    const { client, clock, intents } = await app({
      heads: [conversation({ lastSeq: 2 }), conversation({ id: 'c_2', peer: { id: 'u_bob', name: 'Bob' }, lastSeq: 9 })],
    });
    intents.openConversation('c_1');
    intents.rowSeen(2, true);
    clock.pass(600);
    intents.openConversation('c_2');
    clock.pass(5000);
    assert.deepEqual(client.made('read'), []);
  });
});
