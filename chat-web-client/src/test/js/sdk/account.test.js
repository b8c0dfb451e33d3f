import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { accountOf } from '../../../main/resources/META-INF/resources/sdk/account.js';
import { platform } from '../../../main/resources/META-INF/resources/sdk/platform.js';
import { Rest } from '../../../main/resources/META-INF/resources/sdk/rest.js';
import { World, finished } from './support/world.js';

const FIXTURES = new URL('../../../../../chat-wire/src/test/resources/fixtures/', import.meta.url);

/** What the server writes, as its own tests have it. */
const fixture = async name => JSON.parse(await readFile(new URL(`${name}.json`, FIXTURES), 'utf8'));

/** An account at a server that answers as laid out: `[status, body]`, one after the other. */
function setUp(...answers) {
  const calls = [];
  const fetch = async (url, { method, body }) => {
    calls.push([method, url.replace('http://x/api/v1', ''), body && JSON.parse(body)]);
    const [status, answer] = answers.shift();
    return new Response(answer && JSON.stringify(answer), { status });
  };
  const rest = new Rest({ baseUrl: 'http://x', platform: platform({ fetch }), auth: { getToken: () => 'secret' }, onSessionOver: () => {} });
  const account = accountOf({ rest, signOut: async () => calls.push(['signed out']) });
  return { account, calls };
}

test('profile and preferences are changed in part', async () => {
  const me = await fixture('me');
  const { account, calls } = setUp([200, me], [200, me]);
  assert.deepEqual(await account.me(), me);
  assert.deepEqual(await account.updateMe({ preferences: { presence: false } }), me);
  assert.deepEqual(calls, [
    ['GET', '/me', undefined],
    ['PATCH', '/me', { preferences: { presence: false } }],
  ]);
});

test('a wrong password is told by its code, and ends nothing', async () => {
  const wrong = await fixture('problem-wrong-password');
  const { account, calls } = setUp([403, wrong], [403, wrong]);
  await assert.rejects(account.changePassword('old', 'new new new'), { code: 'wrong-password', sessionOver: false, transient: false });
  await assert.rejects(account.deleteAccount('old'), { code: 'wrong-password' });
  assert.deepEqual(calls, [
    ['PUT', '/me/password', { currentPassword: 'old', newPassword: 'new new new' }],
    ['POST', '/me/deletion', { password: 'old' }],
  ]);
});

test('a deleted account is signed out', async () => {
  const { account, calls } = setUp([204]);
  await account.deleteAccount('secret');
  assert.deepEqual(calls, [['POST', '/me/deletion', { password: 'secret' }], ['signed out']]);
});

test('sessions come from all pages, and end one by one or all others at once', async () => {
  const [own, other] = [await fixture('session'), await fixture('session-unnamed')];
  const { account, calls } = setUp([200, { items: [own], next: 'more' }], [200, { items: [other] }], [204], [204]);
  assert.deepEqual(await account.sessions(), [own, other]);
  await account.endSession('s/1');
  await account.endOtherSessions();
  assert.deepEqual(
    calls.map(([method, path]) => `${method} ${path}`),
    ['GET /sessions?limit=100', 'GET /sessions?cursor=more&limit=100', 'DELETE /sessions/s%2F1', 'DELETE /sessions'],
  );
});

test('people are blocked, listed and let in again', async () => {
  const page = { items: [await fixture('person'), await fixture('person-deleted')] };
  const { account, calls } = setUp([204], [200, page], [204]);
  await account.block('u_bob');
  assert.deepEqual(await account.blocks({ limit: 2 }), page);
  await account.unblock('u_bob');
  assert.deepEqual(
    calls.map(([method, path]) => `${method} ${path}`),
    ['PUT /me/blocks/u_bob', 'GET /me/blocks?limit=2', 'DELETE /me/blocks/u_bob'],
  );
});

test('people are found by id and by the whole address', async () => {
  const bob = await fixture('person');
  const { account, calls } = setUp([200, bob], [200, { items: [bob] }]);
  assert.deepEqual(await account.user('u_bob'), bob);
  assert.deepEqual(await account.lookUp('bob@example.org'), [bob]);
  assert.deepEqual(calls, [
    ['GET', '/users/u_bob', undefined],
    ['POST', '/users/lookup', { email: 'bob@example.org' }],
  ]);
});

test('works with a client', async () => {
  const world = new World();
  const { chat } = world.tab(world.server.user('anna'));
  const me = await finished(world.clock, accountOf(chat).me());
  assert.equal(me.id, 'u_anna');
});
