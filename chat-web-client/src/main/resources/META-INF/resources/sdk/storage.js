/**
 * @typedef {import('./types.js').StoredEntry} StoredEntry
 */

/**
 * @template [Entry=StoredEntry]
 * @typedef {import('./types.js').Storage<Entry>} Storage
 */

/**
 * Keeps entries as long as the program runs.
 *
 * @returns {Storage}
 */
export function memoryStorage() {
  /** @type {Map<string, StoredEntry>} */
  const entries = new Map();
  return {
    all: async account => [...entries.values()].filter(entry => entry.account === account),
    async update(account, id, change) {
      const key = `${account} ${id}`;
      const next = change(entries.get(key));
      if (next) {
        entries.set(key, next);
      } else {
        entries.delete(key);
      }
      return next;
    },
    async clear(account) {
      entries.forEach((entry, key) => entry.account === account && entries.delete(key));
    },
  };
}

const STORE = 'outbox';

/**
 * Keeps entries in the browser, shared by all tabs of an origin.
 *
 * @template {{ account: string }} [Entry=StoredEntry]
 * @param {string} [name] of the database
 * @param {IDBFactory} [factory]
 * @param {string} [key] the field by which an account's entries differ
 * @returns {Storage<Entry>}
 */
export function indexedDbStorage(name = 'chatty-client', factory = globalThis.indexedDB, key = 'clientMessageId') {
  /** @type {Promise<IDBDatabase> | undefined} */
  let opened;

  const open = () => {
    opened ??= new Promise((resolve, reject) => {
      const request = factory.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: ['account', key] });
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const database = request.result;
        database.onclose = () => (opened = undefined);
        database.onversionchange = () => {
          opened = undefined;
          database.close();
        };
        resolve(database);
      };
    });
    opened.catch(() => (opened = undefined)); // the next call tries again
    return opened;
  };

  /**
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(store: IDBObjectStore) => IDBRequest<T> | void} work
   * @returns {Promise<T>} the result, once the transaction is complete
   */
  const transact = async (mode, work) => {
    const database = await open();
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(/** @type {T} */ (request?.result));
      transaction.onabort = () => reject(transaction.error);
    });
  };

  const ofAccount = (/** @type {string} */ account) => IDBKeyRange.bound([account], [account, []]);

  return {
    all: account => transact('readonly', store => store.getAll(ofAccount(account))),
    async update(account, id, change) {
      /** @type {Entry | undefined} */
      let next;
      await transact('readwrite', store => {
        const request = store.get([account, id]);
        request.onsuccess = () => {
          next = change(request.result);
          next ? store.put(next) : store.delete([account, id]);
        };
      });
      return next;
    },
    clear: account => transact('readwrite', store => store.delete(ofAccount(account))),
    put: entry =>
      transact('readwrite', store => {
        store.put(entry);
        store.transaction.commit(); // without waiting for an answer: the page may end in a moment
      }),
  };
}
