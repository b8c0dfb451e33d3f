/**
 * Finding somebody to write to.
 *
 * @typedef {import('./app.js').Net} Net
 */

const PAUSE_MS = 200;
const PAGE = 30;

/** @param {Net} net */
export function peopleIntents({ client, clock, get, dispatch }) {
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
      const presence =
        items.length > 0
          ? await client.presence(
              items.map(user => user.id),
              { signal },
            )
          : [];
      for (const person of presence) dispatch({ type: 'presence.changed', ...person });
    } catch {
      if (!signal.aborted && get().people.status === 'loading') dispatch({ type: 'people.changed', people: { status: 'error' } });
    }
  }

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
        people: { open: true, query, status: 'loading', next: null, ...(open ? {} : { items: [] }) },
      });
      timer = clock.setTimeout(() => look(query), open ? PAUSE_MS : 0);
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
