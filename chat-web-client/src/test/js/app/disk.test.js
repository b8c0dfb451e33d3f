import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Disk } from '../../../main/resources/META-INF/resources/app/db/disk.js';
import { ME } from './support.js';

/** As a browser's local storage. */
function area(limit = Infinity) {
  const values = new Map();
  return {
    values,
    getItem: key => values.get(key) ?? null,
    setItem(key, value) {
      if (value.length > limit) throw new Error('QuotaExceededError');
      values.set(key, value);
    },
    removeItem: key => void values.delete(key),
    key: index => [...values.keys()][index] ?? null,
    get length() {
      return values.size;
    },
  };
}

describe('the disk', () => {
  test('remembers the person, drafts and the open conversation over a reload', () => {
    const local = area();
    const disk = new Disk(() => local);
    assert.equal(disk.me(), null);
    disk.remember(ME);
    disk.saveDraft(ME.id, 'c_1', 'one');
    disk.saveDraft(ME.id, 'c_2', 'two');
    disk.saveDraft(ME.id, 'c_2', '');
    disk.saveDraft('u_other', 'c_1', 'not mine');
    disk.saveOpened(ME.id, 'c_1');
    const reloaded = new Disk(() => local);
    assert.deepEqual([reloaded.me(), reloaded.drafts(ME.id), reloaded.opened(ME.id)], [ME, { c_1: 'one' }, 'c_1']);
    assert.ok(reloaded.lasting);
  });

  test('is wiped at sign-out, save for the appearance of the device and what is not ours', () => {
    const local = area();
    local.setItem('of-another-page', 'x');
    local.setItem('chatty.list-width', '300');
    const disk = new Disk(() => local);
    disk.remember(ME);
    disk.saveDraft(ME.id, 'c_1', 'secret');
    disk.saveOpened(ME.id, 'c_1');
    disk.saveSettings({ theme: 'dark', density: 'compact' });
    disk.wipe();
    assert.deepEqual([...local.values.keys()].sort(), ['chatty.density', 'chatty.list-width', 'chatty.theme', 'of-another-page']);
    assert.deepEqual(new Disk(() => local).settings(), { theme: 'dark', density: 'compact' });
  });

  test('works where storage is forbidden, as long as the page lasts', () => {
    const disk = new Disk(() => {
      throw new Error('SecurityError');
    });
    disk.saveDraft(ME.id, 'c_1', 'one');
    assert.deepEqual(
      [disk.lasting, disk.drafts(ME.id), disk.settings()],
      [false, { c_1: 'one' }, { theme: 'system', density: 'cosy' }],
    );
  });

  test('survives a full storage and values that are not its own', () => {
    const local = area(20);
    const disk = new Disk(() => local);
    disk.saveDraft(ME.id, 'c_1', 'x'.repeat(21));
    assert.deepEqual(disk.drafts(ME.id), {});
    local.setItem('chatty.signed-in', '{"id":');
    local.setItem('chatty.theme', 'pink');
    assert.deepEqual([disk.me(), disk.settings().theme], [null, 'system']);
  });

  test('hears of other tabs', () => {
    const local = area();
    const disk = new Disk(() => local);
    local.setItem('chatty.theme', 'dark');
    assert.deepEqual(disk.change('chatty.theme', 'dark', ME.id), { settings: { theme: 'dark', density: 'cosy' } });
    assert.deepEqual(disk.change('chatty.draft.u_me.c_1', 'hi', ME.id), { draft: { conversationId: 'c_1', text: 'hi' } });
    assert.deepEqual(disk.change('chatty.draft.u_me.c_1', null, ME.id), { draft: { conversationId: 'c_1', text: '' } });
    assert.deepEqual(disk.change('chatty.signed-in', null, ME.id), { left: true });
    for (const [key, user] of [
      ['chatty.draft.u_other.c_1', ME.id],
      ['chatty.draft.u_me.c_1', undefined],
      ['else', ME.id],
      [null, ME.id],
    ]) {
      assert.equal(disk.change(key, 'x', user), null);
    }
  });
});
