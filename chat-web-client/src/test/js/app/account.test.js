import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deviceName } from '../../../main/resources/META-INF/resources/app/text/device.js';
import { isAddress } from '../../../main/resources/META-INF/resources/app/text/address.js';
import { app, problem, settled } from './fake-client.js';
import { ALICE, ME, NOON, conversation, iso, message } from './support.js';

const PREFERENCES = { readReceipts: true, presence: true, discoverable: true };
const HERE = { id: 's_1', current: true, client: 'Firefox on Linux', createdAt: iso(NOON), lastSeenAt: iso(NOON), expiresAt: iso(NOON) };
const THERE = { id: 's_2', current: false, createdAt: iso(NOON), lastSeenAt: iso(NOON - 86_400_000), expiresAt: iso(NOON) };

/** The page with its settings open. */
async function settings() {
  const made = await app({ me: { ...ME, preferences: PREFERENCES } });
  made.intents.openSettings();
  await settled();
  return made;
}

describe('the settings', () => {
  test('show what the server has, and go when they are closed', async () => {
    const { client, view, intents } = await app();
    assert.equal(view().account, null);
    client.answer('me', { ...ME, preferences: { ...PREFERENCES, presence: false } });
    intents.openSettings();
    await settled();
    assert.deepEqual([view().account.name, view().account.email, view().account.preferences.presence], [ME.name, ME.email, false]);
    intents.closeSettings();
    await settled();
    assert.equal(view().account, null);
  });

  test('change the name, everywhere on the page', async () => {
    const { client, view, intents, disk } = await settings();
    client.answer('updateMe', { ...ME, name: 'Maxine', preferences: PREFERENCES });
    intents.saveName(' Maxine ');
    assert.ok(view().account.forms.profile.busy);
    await settled();
    assert.deepEqual(client.made('updateMe'), [[{ name: 'Maxine' }]]);
    assert.deepEqual([view().me.name, view().account.forms.profile.done, disk.me().name], ['Maxine', true, 'Maxine']);
  });

  test('say at the field what the server did not take', async () => {
    const { client, view, intents } = await settings();
    client.answer('updateMe', problem('validation-failed', { status: 400, errors: [{ pointer: '/name', code: 'not-visible' }] }));
    intents.saveName(' ');
    await settled();
    assert.deepEqual(view().account.forms.profile.fields, { name: 'Needs a letter that can be seen' });
  });

  test('take a preference back that was refused', async () => {
    const { client, view, intents } = await settings();
    client.answer('updateMe', problem('offline'));
    intents.setPreference('discoverable', false);
    assert.equal(view().account.preferences.discoverable, false);
    await settled();
    assert.equal(view().account.preferences.discoverable, true);
    assert.equal(view().account.forms.privacy.summary, 'You are offline. Try again when you are back.');
  });

  test('keep what was wished last while an answer is on its way', async () => {
    const { client, view, intents } = await settings();
    const answers = [{ presence: false }, { presence: false, discoverable: false }];
    client.answer('updateMe', ...answers.map(one => ({ ...ME, preferences: { ...PREFERENCES, ...one } })));
    intents.setPreference('presence', false);
    intents.setPreference('discoverable', false);
    await null;
    assert.deepEqual(view().account.preferences, { ...PREFERENCES, presence: false, discoverable: false });
    await settled();
    assert.deepEqual(view().account.preferences, { ...PREFERENCES, presence: false, discoverable: false });
    assert.equal(client.made('updateMe').length, 2);
  });

  test('load the list anew when reading is told or not', async () => {
    const { client, view, intents } = await settings();
    client.answer('conversations', { items: [conversation({ peerReceipts: { deliveredSeq: 2 }, lastSeq: 2 })] });
    client.answer('updateMe', { ...ME, preferences: { ...PREFERENCES, readReceipts: false } });
    const before = client.made('conversations').length;
    intents.setPreference('readReceipts', false);
    await settled();
    assert.deepEqual([view().account.preferences.readReceipts, client.made('conversations').length], [false, before + 1]);
  });

  test('say how long to wait', async () => {
    const { client, view, intents } = await settings();
    for (const [retryAfterMs, words] of [
      [7_000, 'Too many attempts. Try again in 7 seconds.'],
      [600_000, 'Too many attempts. Try again in 10 minutes.'],
      [undefined, 'Too many attempts. Wait a minute, then try again.'],
    ]) {
      client.answer('changePassword', problem('rate-limited', { status: 429, retryAfterMs }));
      intents.changePassword('old', 'new new new');
      await settled();
      assert.equal(view().account.forms.password.summary, words);
    }
  });
});

describe('devices', () => {
  test('stand with this one first, in words', async () => {
    const { client, view, intents } = await settings();
    client.answer('sessions', [THERE, HERE]);
    intents.loadDevices();
    await settled();
    assert.deepEqual(view().account.devices, {
      status: 'ready',
      items: [
        { id: 's_1', name: 'Firefox on Linux', current: true, seen: 'In use now' },
        { id: 's_2', name: 'Unnamed device', current: false, seen: 'Last used yesterday 12:00' },
      ],
    });
  });

  test('go one by one, all others at once, and when another device ends one', async () => {
    for (const end of [
      ({ intents }) => intents.endSession('s_2'),
      ({ intents }) => intents.endOtherSessions(),
      ({ client }) => client.emit({ type: 'session.revoked', sessionId: 's_2' }),
    ]) {
      const made = await settings();
      made.client.answer('sessions', [HERE, THERE]);
      made.intents.loadDevices();
      await settled();
      end(made);
      await settled();
      assert.deepEqual(
        made.view().account.devices.items.map(({ id }) => id),
        ['s_1'],
      );
    }
  });

  test('are named as people name them', () => {
    const names = {
      'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0': 'Firefox on Linux',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36 Edg/131.0': 'Edge on Windows',
      'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36': 'Chrome on Android',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/604.1': 'Safari on iPhone',
      'curl/8.5': 'Browser',
    };
    for (const [agent, name] of Object.entries(names)) assert.equal(deviceName(agent), name);
  });
});

describe('the account', () => {
  test('tells a wrong password at its field', async () => {
    const { client, view, intents } = await settings();
    client.answer('changePassword', problem('wrong-password', { status: 403 }));
    client.answer('deleteAccount', problem('wrong-password', { status: 403 }));
    intents.changePassword('wrong', 'new new new');
    intents.deleteAccount('wrong');
    await settled();
    const { password, deletion } = view().account.forms;
    assert.deepEqual(
      [password.fields, deletion.fields, view().screen],
      [{ currentPassword: 'This is not your password. Try again.' }, { password: 'This is not your password. Try again.' }, 'app'],
    );
  });

  test('is left without a word about its sessions when it is deleted', async () => {
    const { client, view, intents, disk } = await settings();
    disk.saveDraft(ME.id, 'c_1', 'left here');
    intents.deleteAccount('right');
    client.emit({ type: 'signed-out', code: 'session-revoked' });
    await settled();
    assert.deepEqual([view().screen, view().signInAgain, disk.me(), disk.drafts(ME.id)], ['auth', null, null, {}]);
  });

  test('clears drafts on this device', async () => {
    const { view, intents, disk } = await settings();
    intents.changeDraft('c_1', 'begun');
    await settled();
    assert.equal(view().account.drafts, '1 letter you have begun');
    intents.clearDrafts();
    await settled();
    assert.deepEqual([view().account.drafts, disk.drafts(ME.id)], ['There are none.', {}]);
  });
});

describe('a block', () => {
  const blocked = conversation({ canSend: false, me: { readSeq: 0, deliveredSeq: 0, version: 1, blocked: true } });

  test('closes the conversation, and opens it again', async () => {
    const { client, view, intents } = await app();
    intents.openConversation('c_1');
    client.answer('conversation', blocked, conversation());
    intents.block(ALICE.id);
    await settled();
    const { canSend, reason, blocked: mine } = view().chat.composer;
    assert.deepEqual([client.made('block'), canSend, reason, mine], [[[ALICE.id]], false, 'You blocked Alice.', true]);
    intents.unblock(ALICE.id);
    await settled();
    assert.deepEqual([client.made('unblock'), view().chat.composer.canSend], [[[ALICE.id]], true]);
  });

  test('made on another device closes the conversation here', async () => {
    const { client, view, intents } = await app();
    intents.openConversation('c_1');
    client.emit({ type: 'conversation.updated', conversationId: 'c_1', me: blocked.me });
    await settled();
    assert.equal(view().chat.composer.reason, 'You blocked Alice.');
    client.answer('conversation', conversation({ canSend: false }));
    client.emit({ type: 'conversation.updated', conversationId: 'c_1', me: { ...blocked.me, blocked: false } });
    await settled();
    assert.equal(view().chat.composer.reason, 'You cannot write to Alice now.', 'the other one blocks as well');
  });

  test('by the other one shows with the first refusal, and the text stays', async () => {
    const { client, view, intents } = await app();
    intents.openConversation('c_1');
    client.answer('conversation', conversation({ canSend: false }));
    intents.send('c_1', 'Hello');
    const entry = { clientMessageId: 'k1', conversationId: 'c_1', text: 'Hello', at: NOON };
    client.emit({ type: 'outbox.changed', entry: { ...entry, state: 'failed', problem: problem('cannot-message-user', { status: 403 }) } });
    await settled();
    const shown = view().chat.items.at(-1).messages.at(-1);
    assert.deepEqual(
      [shown.text, shown.failure.reason, view().chat.composer.canSend],
      ['Hello', 'You cannot write to this person now.', false],
    );
  });

  test('by the other one is over when the other one is seen or writes', async () => {
    for (const sign of [
      { type: 'presence.changed', userId: ALICE.id, state: 'online' },
      { type: 'message.created', conversationId: 'c_1', rev: 3, message: message(3) },
    ]) {
      const { client, view, intents } = await app({ heads: [conversation({ canSend: false })] });
      client.answer('conversation', conversation({ canSend: false }), conversation());
      intents.openConversation('c_1');
      await settled();
      assert.equal(view().chat.composer.canSend, false);
      client.emit(sign);
      await settled();
      assert.equal(view().chat.composer.canSend, true, sign.type);
    }
  });

  test('is listed, and leaves the list', async () => {
    const { client, view, intents } = await settings();
    client.answer('blocks', { items: [ALICE], next: 'more' }, { items: [{ id: 'u_gone', deleted: true }] });
    intents.loadBlocks();
    await settled();
    intents.moreBlocks();
    await settled();
    assert.deepEqual(
      view().account.blocks.items.map(({ name, hue }) => [name, hue === 'none']),
      [
        ['Alice', false],
        ['Deleted account', true],
      ],
    );
    intents.unblock(ALICE.id);
    await settled();
    assert.equal(view().account.blocks.items.length, 1);
  });
});

describe('a person', () => {
  test('who is renamed or goes is so at once', async () => {
    const { client, view, intents } = await app();
    intents.openConversation('c_1');
    client.emit({ type: 'presence.changed', userId: ALICE.id, state: 'online' });
    client.emit({ type: 'user.updated', user: { id: ALICE.id, name: 'Alice Lee' } });
    await settled();
    assert.deepEqual([view().chat.person.name, view().list.rows[0].person.name], ['Alice Lee', 'Alice Lee']);
    client.emit({ type: 'user.updated', user: { id: ALICE.id, deleted: true } });
    await settled();
    const { person, composer } = view().chat;
    assert.deepEqual(
      [person.name, person.hue, person.presence, person.presenceText, composer.canSend, composer.reason],
      ['Deleted account', 'none', 'offline', '', false, 'This account was deleted.'],
    );
  });
});

describe('finding by address', () => {
  test('asks once, when it is wanted', async () => {
    const { client, view, intents } = await app();
    client.answer('users', { items: [] });
    intents.findPeople('bob@example.org');
    await settled();
    assert.deepEqual([view().people.offer, client.made('users'), client.made('lookUp')], ['Look up bob@example.org', [], []]);
    client.answer('lookUp', [{ id: 'u_bob', name: 'Bob' }]);
    intents.lookUp();
    await settled();
    assert.deepEqual([view().people.items[0].name, view().people.offer], ['Bob', '']);
  });

  test('says that nobody is there, or how long to wait', async () => {
    const { client, view, intents } = await app();
    client.answer('lookUp', [], problem('rate-limited', { status: 429, retryAfterMs: 60_000 }));
    intents.findPeople('bob@example.org');
    intents.lookUp();
    await settled();
    assert.match(view().people.text, /^Nobody can be found under bob@example\.org\./);
    intents.lookUp();
    await settled();
    assert.equal(view().people.text, 'Too many attempts. Try again in 60 seconds.');
  });

  test('is the only way where nobody is listed', async () => {
    const { client, view, intents } = await app();
    client.answer('server', { limits: {}, features: [], directory: 'exact', registration: 'closed' });
    client.emit({ type: 'signed-out', code: 'signed-out' });
    client.answer('signIn', { user: ME });
    intents.signIn({ email: ME.email, password: 'secret secret' });
    await settled();
    intents.findPeople('');
    intents.findPeople('Bob');
    await settled();
    assert.deepEqual([client.made('users').length, view().people.hint, view().people.offer], [0, 'Type a whole email address', '']);
    assert.match(view().people.text, /^Nobody is listed here\./);
    assert.equal(view().auth.canRegister, false);
  });

  test('takes what can be an address', () => {
    for (const text of ['a@b', ' anna@example.org ']) assert.ok(isAddress(text), text);
    for (const text of ['', 'anna', '@b', 'a@', 'a@b@c', 'a b@c']) assert.ok(!isAddress(text), text);
  });
});
