import { CONVERSATIONS, PLACE, keep, keptAlike } from '../db/recent.js';
import { unread } from '../store/conversations.js';
import { ordered } from '../store/list-view.js';

/**
 * Keeps the last conversations on this device, and brings them back at the start.
 *
 * @typedef {import('./app.js').Net} Net
 * @typedef {import('../db/recent.js').Kept} Kept
 * @typedef {import('../db/recent.js').Place} Place
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

  /** @param {Kept} kept @param {Kept | Place | undefined} before of another tab, perhaps */
  const newer = (kept, before) => (before && 'rev' in before && before.epoch === kept.epoch && before.rev > kept.rev ? before : kept);

  function save() {
    clock.clearTimeout(timer);
    timer = undefined;
    const { session, conversations } = get();
    const { epoch, cursor } = client;
    /** @type {Promise<unknown>[]} */
    const writes = [];
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
      writes.push(recent.update(account, id, before => newer(kept, before)));
    }
    for (const id of written.keys()) {
      if (last.some(({ held }) => held.head.id === id)) continue;
      written.delete(id);
      writes.push(recent.update(account, id, () => undefined));
    }
    if (writes.length === 0) return;
    // Last: what is said to be known lies there already.
    Promise.all(writes)
      .then(() => cursor && recent.update(account, PLACE, () => ({ account, id: PLACE, epoch, cursor })))
      .catch(unkept);
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
      const all = /** @type {Array<Kept | Place>} */ (await Promise.race([recent.all(account).catch(() => (unkept(), [])), late]));
      const place = all.find(one => 'cursor' in one);
      if (!place || (client.epoch ?? place.epoch) !== place.epoch) return [];
      const kept = all.filter(one => 'head' in one).filter(one => one.epoch === place.epoch);
      client.resume(place.epoch, place.cursor, kept);
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
