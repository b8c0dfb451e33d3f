import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexedDbStorage, memoryStorage } from '../../../main/resources/META-INF/resources/sdk/storage.js';

const entry = (account, id, more) => ({ account, clientMessageId: id, text: id, at: 1, owner: 'a', until: 0, state: 'pending', ...more });

/** What every storage keeps to. */
function contract(name, create) {
  test(`${name} keeps entries by account`, async () => {
    const storage = create();
    await storage.update('u_1', 'x', () => entry('u_1', 'x'));
    await storage.update('u_2', 'x', () => entry('u_2', 'x', { text: 'other' }));
    assert.deepEqual(
      (await storage.all('u_1')).map(({ text }) => text),
      ['x'],
    );
    await storage.clear('u_1');
    assert.deepEqual(await storage.all('u_1'), []);
    assert.equal((await storage.all('u_2')).length, 1);
  });

  test(`${name} changes and removes in one step`, async () => {
    const storage = create();
    assert.equal(await storage.update('u_1', 'x', held => held), undefined);
    await storage.update('u_1', 'x', () => entry('u_1', 'x'));
    const claims = await Promise.all(
      ['b', 'c'].map(owner => storage.update('u_1', 'x', held => (held.owner === 'a' ? { ...held, owner } : held))),
    );
    assert.deepEqual(
      claims.map(({ owner }) => owner),
      ['b', 'b'],
      'one of two wins',
    );
    assert.equal(await storage.update('u_1', 'x', () => undefined), undefined);
    assert.deepEqual(await storage.all('u_1'), []);
  });
}

contract('the storage in memory', memoryStorage);

const fake = await import('fake-indexeddb').catch(() => undefined);
if (fake) {
  globalThis.IDBKeyRange = fake.IDBKeyRange;
  contract('the storage in IndexedDB', () => indexedDbStorage('test', new fake.IDBFactory()));

  test('the storage in IndexedDB is told to commit in the task that puts', async () => {
    const storage = indexedDbStorage('test', new fake.IDBFactory());
    await storage.all('u_1'); // open
    const commits = [];
    const { commit } = fake.IDBTransaction.prototype;
    fake.IDBTransaction.prototype.commit = function () {
      commits.push(this.mode);
      return commit.call(this);
    };
    try {
      const put = storage.put(entry('u_1', 'x'));
      for (let i = 0; i < 10; i++) await null; // no task ends meanwhile
      assert.deepEqual(commits, ['readwrite']);
      await put;
      await storage.put(entry('u_1', 'x', { text: 'later' }));
      assert.equal((await storage.all('u_1'))[0].text, 'later');
    } finally {
      fake.IDBTransaction.prototype.commit = commit;
    }
  });
}
