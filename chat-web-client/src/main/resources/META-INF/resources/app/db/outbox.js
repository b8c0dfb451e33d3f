import { indexedDbStorage, memoryStorage } from '../../sdk/index.js';

/**
 * @typedef {import('../../sdk/types.js').Storage} Storage
 */

/**
 * Where unsent messages wait: in IndexedDB, so that they survive the page; in memory where that is missing or refused
 * (private windows of some browsers).
 *
 * @param {IDBFactory | undefined} factory
 * @returns {Storage}
 */
export function outboxStorage(factory) {
  const chosen = choose(factory);
  return {
    all: async account => (await chosen).all(account),
    update: async (account, id, change) => (await chosen).update(account, id, change),
    clear: async account => (await chosen).clear(account),
  };
}

/** @param {IDBFactory | undefined} factory @returns {Promise<Storage>} */
async function choose(factory) {
  try {
    if (!factory) return memoryStorage();
    const storage = indexedDbStorage('chatty', factory);
    await storage.all('');
    return storage;
  } catch {
    return memoryStorage();
  }
}
