import { CONVERSATIONS, keep, keptAlike } from '../db/recent.js';
import { unread } from '../store/conversations.js';
import { ordered } from '../store/list-view.js';

/**
 * Keeps the last conversations on this device, and brings them back at the start.
 *
 * @typedef {import('./app.js').Net} Net
 * @typedef {import('../db/recent.js').Kept} Kept
 * @typedef {import('../store/state.js').Held} Held
 */

/** Many changes are one write. */
const SAVE_MS = 1000;
/** A disk that takes longer is not waited for: the server is asked anyway. */
const PATIENCE_MS = 500;

/** @param {Net & { recent: import('../db/recent.js').RecentStorage }} net */
export function recentConversations({ client, recent, clock, get, dispatch, unkept }) {
  /** @type {Map<string, Held>} what lies on the disk, by conversation id */
  const written = new Map();
  /** @type {any} */
  let timer;
  /** @type {unknown} */
  let seen;

  /** @param {Kept} kept @param {Kept | undefined} before of another tab, perhaps */
  const newer = (kept, before) => (before && before.epoch === kept.epoch && before.rev > kept.rev ? before : kept);

  function save() {
    clock.clearTimeout(timer);
    timer = undefined;
    const { session, conversations } = get();
    const { epoch } = client;
    if (session.phase !== 'signed-in' || !session.me || epoch === undefined) return;
    const account = session.me.id;
    const last = ordered(Object.values(conversations), []).slice(0, CONVERSATIONS);
    for (const { held } of last) {
      const { id } = held.head;
      const point = client.point(id);
      const before = written.get(id);
      if (!point || (before && keptAlike(before, held))) continue;
      written.set(id, held);
      const kept = keep(held, unread(held), point, { account, epoch });
      recent.update(account, id, before => newer(kept, before)).catch(unkept);
    }
    for (const id of written.keys()) {
      if (last.some(({ held }) => held.head.id === id)) continue;
      written.delete(id);
      recent.update(account, id, () => undefined).catch(unkept);
    }
  }

  return {
    save,

    /**
     * What was kept of a person's conversations; from here on the client tells what happened since.
     *
     * @param {string} account
     * @returns {Promise<Kept[]>}
     */
    async recall(account) {
      const late = new Promise(resolve => clock.setTimeout(() => resolve([]), PATIENCE_MS));
      const all = /** @type {Kept[]} */ (await Promise.race([recent.all(account).catch(() => (unkept(), [])), late]));
      const epoch = client.epoch ?? all[0]?.epoch;
      const kept = all.filter(one => one.epoch === epoch);
      if (epoch !== undefined) client.resume(epoch, kept);
      return kept;
    },

    /** @param {Kept[]} kept */
    show(kept) {
      dispatch({ type: 'conversations.kept', kept });
      for (const { id } of kept) {
        const held = get().conversations[id];
        if (held) written.set(id, held);
      }
    },

    /** Nothing of a person's messages stays on this device. @param {string} account */
    forget(account) {
      clock.clearTimeout(timer);
      timer = undefined;
      written.clear();
      recent.clear(account).catch(() => {
        // Where nothing can be kept, nothing was.
      });
    },

    /** What changed is written in a while. @param {import('../store/state.js').State} state */
    changed({ conversations }) {
      if (conversations !== seen) timer ??= clock.setTimeout(save, SAVE_MS);
      seen = conversations;
    },
  };
}
