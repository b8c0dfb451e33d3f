import { isAddress } from '../text/address.js';
import { plainProblem } from './problem.js';

/**
 * Finding somebody to write to.
 *
 * @typedef {import('./app.js').Net} Net
 */

const PAUSE_MS = 200;
const PAGE = 30;

/** @param {Net & { account: import('./account.js').Account }} net */
export function peopleIntents({ client, account, clock, get, dispatch }) {
  /** @type {any} */
  let timer;
  let search = new AbortController();

  /** @param {string} query @param {string} [cursor] */
  async function look(query, cursor) {
    const { signal } = search;
    try {
      const q = query.trim();
      const { items, next = null } = await client.users({ ...(q && { q }), cursor, limit: PAGE, signal });
      if (signal.aborted) return;
      const before = cursor ? get().people.items : [];
      dispatch({ type: 'people.changed', people: { status: 'ready', items: [...before, ...items], next } });
      await lookAfter(items, signal);
    } catch (cause) {
      failed(cause, signal);
    }
  }

  /** @param {ReadonlyArray<import('../store/state.js').User>} items @param {AbortSignal} signal */
  async function lookAfter(items, signal) {
    const ids = items.map(user => user.id);
    for (const person of ids.length > 0 ? await client.presence(ids, { signal }) : []) dispatch({ type: 'presence.changed', ...person });
  }

  /** @param {unknown} cause @param {AbortSignal} signal */
  function failed(cause, signal) {
    if (signal.aborted || get().people.status !== 'loading') return;
    dispatch({ type: 'people.changed', people: { status: 'error', problem: plainProblem(cause) } });
  }

  /** Where everybody is listed; an address is never part of a name. @param {string} query */
  const byName = query => get().server.directory === 'open' && !isAddress(query);

  function stop() {
    clock.clearTimeout(timer);
    search.abort();
    search = new AbortController();
  }

  return {
    findPeople(/** @type {string} */ query) {
      stop();
      const { open } = get().people;
      dispatch({
        type: 'people.changed',
        people: { open: true, query, status: byName(query) ? 'loading' : 'ready', next: null, email: null, problem: null, ...(open && byName(query) ? {} : { items: [] }) },
      });
      if (byName(query)) timer = clock.setTimeout(() => look(query), open ? PAUSE_MS : 0);
    },

    async lookUp() {
      stop();
      const { signal } = search;
      const email = get().people.query.trim();
      if (!isAddress(email)) return;
      dispatch({ type: 'people.changed', people: { status: 'loading', items: [], next: null, email, problem: null } });
      try {
        const items = await account.lookUp(email, { signal });
        if (signal.aborted) return;
        dispatch({ type: 'people.changed', people: { status: 'ready', items } });
        await lookAfter(items, signal);
      } catch (cause) {
        failed(cause, signal);
        if (!signal.aborted) dispatch({ type: 'people.changed', people: { email: null } });
      }
    },

    morePeople() {
      const { query, next, status } = get().people;
      if (next === null || status !== 'ready') return;
      dispatch({ type: 'people.changed', people: { status: 'loading' } });
      look(query, next);
    },

    closePeople() {
      stop();
      dispatch({ type: 'people.closed' });
    },
  };
}
