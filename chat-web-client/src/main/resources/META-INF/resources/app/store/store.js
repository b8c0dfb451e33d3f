/**
 * @typedef {import('./state.js').State} State
 * @typedef {{ type: string, now?: number, [field: string]: any }} Action
 * @typedef {ReturnType<typeof createStore>} Store
 */

/**
 * Holds the one snapshot. Any number of actions before the next frame wake the listeners once.
 *
 * @param {(state: State, action: Action) => State} reduce pure
 * @param {State} initial
 * @param {(render: () => void) => void} schedule calls back once, before the next frame
 */
export function createStore(reduce, initial, schedule) {
  let state = initial;
  let scheduled = false;
  /** @type {Set<(state: State) => void>} */
  const listeners = new Set();

  const tell = () => {
    scheduled = false;
    for (const listener of [...listeners]) listener(state);
  };

  return {
    /** @returns {State} */
    get: () => state,

    /** @param {Action} action */
    dispatch(action) {
      const next = reduce(state, action);
      if (next === state) return;
      state = next;
      if (scheduled) return;
      scheduled = true;
      schedule(tell);
    },

    /** @param {(state: State) => void} listener @returns {() => void} ends it */
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** A frame that does not come in time: the page was hidden while it waited. */
const LATE_MS = 200;

/**
 * Frames for a page that is seen; a hidden page gets no frames, but its title and badge have to follow.
 *
 * @param {Document} document
 * @returns {(render: () => void) => void}
 */
export const frames = document => render => {
  const hidden = document.visibilityState === 'hidden';
  const run = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    render();
  };
  const timer = setTimeout(run, hidden ? 0 : LATE_MS);
  const frame = requestAnimationFrame(run);
};
