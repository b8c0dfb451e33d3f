import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { app, problem, settled } from './fake-client.js';
import { ALICE, ME, conversation } from './support.js';

describe('signing in', () => {
  test('shows the form at once to a stranger, and asks nothing but the server', async () => {
    const { client, view } = await app({ me: null });
    assert.equal(view().screen, 'auth');
    assert.deepEqual(
      client.calls.map(([name]) => name),
      ['server'],
    );
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
    assert.deepEqual(
      [view().screen, view().list.status, view().list.rows[0].line, client.made('connect').length],
      ['app', 'ready', 'left here', 1],
    );
    assert.deepEqual(client.made('watch'), [[[ALICE.id]]]);
    assert.deepEqual(disk.me(), ME);
  });

  test('names each empty field without asking the server', async () => {
    const { client, view, intents } = await app({ me: null });
    intents.setAuthMode('register');
    intents.register({ email: '', name: ' ', password: '' });
    await settled();
    assert.equal(client.made('register').length, 0);
    const { name, email, password } = view().auth.fields;
    assert.deepEqual([name, email, password], ['Write your name', 'An address like name@example.org', 'Write your password']);
    assert.equal(view().auth.busy, false);
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
    assert.deepEqual(
      [view().signInAgain, view().chat.composer.draft, client.made('signIn')[1][0].email],
      [null, 'draft', ME.email],
    );
  });

  test('out wipes this device, here or in another tab, reached or not', async () => {
    for (const leave of [
      world => world.intents.signOut(),
      world => world.client.emit({ type: 'signed-out', code: 'signed-out' }),
    ]) {
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

  test('out in another tab leaves nothing here, even when the server ended the session first', async () => {
    const { client, view, stored } = await app();
    client.emit({ type: 'signed-out', code: 'session-revoked' });
    await settled();
    assert.equal(view().screen, 'app');
    stored('chatty.signed-in', null);
    await settled();
    assert.deepEqual([view().screen, view().list.rows, view().signInAgain], ['auth', [], null]);
    assert.equal(client.made('disconnect').length, 1);
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
    world.client.answer(
      'conversations',
      { items: [conversation()], next: 'n' },
      { items: [conversation({ id: 'c_2', peer: { id: 'u_bob', name: 'Bob' } })] },
    );
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
    assert.deepEqual(
      [view().settings, disk.settings()],
      [
        { theme: 'dark', density: 'compact' },
        { theme: 'dark', density: 'compact' },
      ],
    );
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

describe('finding people', () => {
  test('waits for the end of the word, and drops late answers', async () => {
    const { client, clock, intents, view } = await app();
    client.answer('users', { items: [ALICE] });
    intents.findPeople('');
    clock.pass(0);
    await settled();
    assert.deepEqual(
      [client.made('users'), view().people.items.map(one => one.name), client.made('presence')],
      [[[undefined, undefined]], ['Alice'], [[[ALICE.id]]]],
    );
    client.answer('users', { items: [{ id: 'u_bob', name: 'Bob' }], next: 'n' });
    intents.findPeople('b');
    clock.pass(199);
    intents.findPeople('bo');
    clock.pass(200);
    await settled();
    assert.deepEqual(
      [client.made('users').slice(1), view().people.items.map(one => one.name), view().people.hasMore],
      [[['bo', undefined]], ['Bob'], true],
    );
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
