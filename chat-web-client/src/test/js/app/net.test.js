import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Disk } from '../../../main/resources/META-INF/resources/app/db/disk.js';
import { createApp } from '../../../main/resources/META-INF/resources/app/net/app.js';
import { ALICE, FakeClock, ME, NOON, conversation, created, message } from './support.js';

/** Answers what the test laid out, and remembers what it was asked. */
class FakeClient {
  calls = [];
  answers = new Map();
  status = { state: 'idle' };
  #handlers = [];

  on(type, handler) {
    assert.equal(type, '*');
    this.#handlers.push(handler);
  }

  emit(event) {
    for (const handler of this.#handlers) handler(event);
  }

  answer(name, ...answers) {
    this.answers.set(name, answers);
  }

  #call(name, ...args) {
    this.calls.push([name, ...args]);
    const answers = this.answers.get(name) ?? [];
    const next = answers.length > 1 ? answers.shift() : answers[0];
    return next instanceof Error || next?.code ? Promise.reject(next) : Promise.resolve(next);
  }

  made(name) {
    return this.calls.filter(([called]) => called === name).map(([, ...args]) => args);
  }

  signIn = form => this.#call('signIn', form);
  register = form => this.#call('register', form);
  signOut = () => this.#call('signOut');
  me = () => this.#call('me');
  server = () => this.#call('server');
  connect = () => this.#call('connect');
  disconnect = () => void this.#call('disconnect');
  wake = () => void this.#call('wake');
  conversations = query => this.#call('conversations', query.cursor);
  conversation = id => this.#call('conversation', id);
  openConversation = id => this.#call('openConversation', id);
  users = ({ q, cursor }) => this.#call('users', q, cursor);
  presence = ids => this.#call('presence', ids);
  messages = id => ({ newest: () => this.#call('newest', id), before: seq => this.#call('before', id, seq) });
  typing = (id, active) => void this.#call('typing', id, active);
  read = (id, seq) => void this.#call('read', id, seq);
  watch = ids => void this.#call('watch', ids);
  appear = state => void this.#call('appear', state);
  discard = id => this.#call('discard', id);
  retry = id => this.#call('retry', id);
  send = draft => {
    this.#call('send', draft);
    this.emit({ type: 'outbox.changed', entry: { clientMessageId: `k${this.made('send').length}`, ...draft, at: NOON, state: 'pending' } });
  };
}

const SERVER = { limits: { textCodePoints: 10 }, features: [], directory: 'open', registration: 'open' };
const settled = async () => {
  for (let i = 0; i < 20; i++) await null;
};

/** @param {{ me?: object | null, heads?: object[], page?: object, disk?: Disk }} [world] */
async function app({ me = ME, heads = [conversation({ lastSeq: 2, rev: 2, unreadCount: 2 })], page = { items: [message(1), message(2)], hasBefore: false }, disk = new Disk(memory) } = {}) {
  const client = new FakeClient();
  const clock = new FakeClock();
  if (me) disk.remember(me);
  client.answer('me', me ?? problem('authentication-required'));
  client.answer('server', SERVER);
  client.answer('conversations', { items: heads });
  client.answer('newest', page);
  client.answer('presence', []);
  const made = createApp({ client, disk, clock, schedule: render => queueMicrotask(render), page: { visible: true, focused: true, online: true }, locale: 'en-GB', zone: 'UTC' });
  made.start();
  await settled();
  return { client, clock, disk, ...made };
}

function memory() {
  const values = new Map();
  return { getItem: key => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value), removeItem: key => void values.delete(key), key: i => [...values.keys()][i] ?? null, get length() { return values.size; } };
}

const problem = (code, more = {}) => Object.assign(new Error(code), { code, ...more });

describe('signing in', () => {
  test('shows the form at once to a stranger, and asks nothing but the server', async () => {
    const { client, view } = await app({ me: null });
    assert.equal(view().screen, 'auth');
    assert.deepEqual(client.calls.map(([name]) => name), ['server']);
  });

  test('loads list, limits and drafts, connects and watches people', async () => {
    const { client, view, intents, disk } = await app({ me: null });
    disk.saveDraft(ME.id, 'c_1', 'left here');
    client.answer('signIn', { user: ME });
    intents.signIn({ email: ME.email, password: 'secret secret' });
    assert.ok(view().auth.busy);
    intents.signIn({ email: ME.email, password: 'secret secret' });
    await settled();
    assert.equal(client.made('signIn').length, 1);
    assert.deepEqual([view().screen, view().list.status, view().list.rows[0].line, client.made('connect').length], ['app', 'ready', 'left here', 1]);
    assert.deepEqual(client.made('watch'), [[[ALICE.id]]]);
    assert.deepEqual(disk.me(), ME);
  });

  test('says what was wrong', async () => {
    const { client, view, intents } = await app({ me: null });
    client.answer('register', problem('email-taken', { status: 409 }));
    intents.setAuthMode('register');
    intents.register({ email: 'a@b.c', name: 'A', password: 'secret secret' });
    await settled();
    assert.deepEqual([view().auth.busy, view().auth.summary], [false, 'There is an account with this email. Sign in instead.']);
    intents.setAuthMode('sign-in');
    assert.equal(view().auth.summary, '');
  });

  test('trusts what it remembers until the server says otherwise', async () => {
    const { client, view, disk } = await app({ me: ME });
    assert.equal(view().screen, 'app');
    client.emit({ type: 'signed-out', code: 'session-expired' });
    assert.deepEqual([view().screen, view().signInAgain.email, disk.me()?.id], ['app', ME.email, ME.id]);
  });

  test('again goes on where it was', async () => {
    const { client, view, intents } = await app();
    intents.openConversation('c_1');
    intents.changeDraft('c_1', 'draft');
    client.emit({ type: 'signed-out', code: 'session-revoked' });
    client.answer('signIn', problem('invalid-credentials', { status: 401 }), { user: ME });
    intents.signInAgain('wrong');
    await settled();
    assert.equal(view().signInAgain.problem, 'Email or password is not right. Try again.');
    intents.signInAgain('right');
    await settled();
    assert.deepEqual([view().signInAgain, view().chat.composer.draft, client.made('signIn')[1][0].email], [null, 'draft', ME.email]);
  });

  test('out wipes this device, here or in another tab, reached or not', async () => {
    for (const leave of [world => world.intents.signOut(), world => world.client.emit({ type: 'signed-out', code: 'signed-out' })]) {
      const world = await app();
      world.intents.changeDraft('c_1', 'secret');
      world.intents.pageHidden();
      leave(world);
      await settled();
      assert.deepEqual([world.view().screen, world.disk.me(), world.disk.drafts(ME.id)], ['auth', null, {}]);
    }
    const offline = await app();
    offline.client.answer('signOut', problem('offline'));
    offline.intents.signOut();
    await settled();
    assert.deepEqual([offline.view().screen, offline.disk.me(), offline.client.made('disconnect').length], ['auth', null, 1]);
    assert.match(offline.view().auth.summary, /server was not reached/);
  });

  test('follows when the cookie belongs to somebody else now', async () => {
    const { client, view, intents } = await app();
    intents.changeDraft('c_1', 'mine');
    client.answer('me', { ...ME, id: 'u_other', name: 'Other' });
    client.emit({ type: 'reset' });
    await settled();
    assert.deepEqual([view().me.name, view().list.rows[0].lineKind], ['Other', 'empty']);
  });
});

describe('the list', () => {
  test('is loaded page by page', async () => {
    const world = await app({ heads: [] });
    world.client.answer('conversations', { items: [conversation()], next: 'n' }, { items: [conversation({ id: 'c_2', peer: { id: 'u_bob', name: 'Bob' } })] });
    world.intents.reloadList();
    await settled();
    assert.deepEqual(world.client.made('conversations').slice(1), [[undefined], ['n']]);
    assert.equal(world.view().list.rows.length, 2);
  });

  test('says when it failed, and tries again when the connection is back', async () => {
    const world = await app({ heads: [] });
    world.client.answer('conversations', problem('internal-error', { requestId: 'r7' }), { items: [conversation()] });
    world.intents.reloadList();
    await settled();
    assert.deepEqual([world.view().list.status, world.view().list.requestId], ['error', 'r7']);
    world.client.emit({ type: 'status', state: 'live' });
    await settled();
    assert.equal(world.view().list.status, 'ready');
  });
});

describe('a conversation', () => {
  test('opens from what is known, and loads its newest page once', async () => {
    const { client, view, intents, disk } = await app();
    intents.openConversation('c_1');
    assert.equal(view().chat.status, 'loading');
    await settled();
    assert.deepEqual(view().chat.items.map(item => item.type), ['day', 'unread', 'group']);
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
    const { client, view, intents } = await app({ page: { items: [message(51), message(52)], hasBefore: true }, heads: [conversation({ lastSeq: 52, rev: 52 })] });
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

  test('fills a hole by itself, and does not insist', async () => {
    const { client, view, intents } = await app({ page: { items: [message(1), message(5)], hasBefore: false }, heads: [conversation({ lastSeq: 5, rev: 5 })] });
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
    assert.deepEqual(client.made('typing').map(([, active]) => active), [true, true, true, false]);
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
    client.emit({ type: 'outbox.changed', entry: { clientMessageId: 'k', conversationId: 'c_1', text: 'failed', at: NOON, state: 'failed', problem: problem('validation-failed') } });
    intents.changeDraft('c_1', 'next');
    intents.editFailed('k');
    assert.deepEqual([view().chat.composer.draft, client.made('discard')], ['failed\nnext', [['k']]]);
    intents.retry('k');
    intents.discard('k');
    assert.deepEqual([client.made('retry'), client.made('discard').length], [[['k']], 2]);
  });
});

describe('reading', () => {
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
    const { client, clock, intents } = await app({ heads: [conversation({ lastSeq: 2 }), conversation({ id: 'c_2', peer: { id: 'u_bob', name: 'Bob' }, lastSeq: 9 })] });
    intents.openConversation('c_1');
    intents.rowSeen(2, true);
    clock.pass(600);
    intents.openConversation('c_2');
    clock.pass(5000);
    assert.deepEqual(client.made('read'), []);
  });
});

describe('finding people', () => {
  test('waits for the end of the word, and drops late answers', async () => {
    const { client, clock, intents, view } = await app();
    client.answer('users', { items: [ALICE] });
    intents.findPeople('');
    clock.pass(0);
    await settled();
    assert.deepEqual([client.made('users'), view().people.items.map(one => one.name), client.made('presence')], [[[undefined, undefined]], ['Alice'], [[[ALICE.id]]]]);
    client.answer('users', { items: [{ id: 'u_bob', name: 'Bob' }], next: 'n' });
    intents.findPeople('b');
    clock.pass(199);
    intents.findPeople('bo');
    clock.pass(200);
    await settled();
    assert.deepEqual([client.made('users').slice(1), view().people.items.map(one => one.name), view().people.hasMore], [[['bo', undefined]], ['Bob'], true]);
    intents.morePeople();
    await settled();
    assert.deepEqual(client.made('users').at(-1), ['bo', 'n']);
    intents.findPeople('zz');
    clock.pass(200);
    intents.closePeople();
    await settled();
    assert.equal(view().people, null);
  });

  test('says what went wrong', async () => {
    const { client, clock, intents, view } = await app();
    client.answer('users', problem('offline'));
    intents.findPeople('a');
    clock.pass(0);
    await settled();
    assert.deepEqual([view().people.status, view().people.text], ['error', 'Could not search. Try again']);
  });
});

describe('the page', () => {
  test('moves with time alone', async () => {
    const { client, clock, intents, view } = await app();
    intents.openConversation('c_1');
    await settled();
    client.emit({ type: 'typing', conversationId: 'c_1', userId: ALICE.id, active: true });
    await settled();
    assert.equal(view().chat.typing, 'Alice is writing...');
    clock.pass(6000);
    assert.equal(view().chat.typing, null);
    assert.equal(view().chat.items[0].label, 'Today');
    clock.pass(12 * 3_600_000);
    assert.equal(view().chat.items[0].label, 'Yesterday');
  });

  test('keeps its appearance, and takes that of other tabs', async () => {
    const { intents, view, disk, stored } = await app();
    intents.setTheme('dark');
    intents.setDensity('compact');
    assert.deepEqual([view().settings, disk.settings()], [{ theme: 'dark', density: 'compact' }, { theme: 'dark', density: 'compact' }]);
    disk.saveSettings({ theme: 'light', density: 'compact' });
    stored('chatty.theme', 'light');
    assert.equal(view().settings.theme, 'light');
  });

  test('tries at once when asked, and from the start where it had given up', async () => {
    const { client, intents } = await app();
    intents.retryNow();
    client.status = { state: 'offline', final: true };
    intents.retryNow();
    assert.deepEqual([client.made('wake').length, client.made('connect').length], [1, 2]);
  });

  test('takes a complaint away by itself, or at a click', async () => {
    const { client, clock, intents, view } = await app();
    client.answer('conversation', problem('not-found'));
    intents.openConversation('c_9');
    await settled();
    assert.equal(view().toasts.length, 1);
    intents.dismissToast(view().toasts[0].id);
    assert.equal(view().toasts.length, 0);
    intents.openConversation('c_9');
    await settled();
    clock.pass(8000);
    assert.equal(view().toasts.length, 0);
  });
});
