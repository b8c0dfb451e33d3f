import { NO_ACCOUNT } from './account.js';
import { INITIAL_CONNECTION } from './connection.js';

/** @typedef {import('./state.js').State} State */

/** Until the server told its own. */
const CODE_POINTS = 4000;
const EDIT_WINDOW_MS = 86_400_000;

/** @type {State['people']} */
export const NO_SEARCH = { open: false, query: '', status: 'ready', items: [], next: null, email: null, problem: null };

/** What belongs to a person. A sign-out leaves none of it. */
const PERSONAL = /** @type {const} */ ({
  list: 'loading',
  listRequestId: null,
  conversations: {},
  presence: {},
  typing: {},
  outbox: [],
  drafts: {},
  open: null,
  archive: false,
  people: NO_SEARCH,
  account: NO_ACCOUNT,
  toasts: [],
  announcements: [],
  arrivals: { since: 0, count: 0, held: {}, told: {} },
});

/**
 * @param {{ now: number, locale: string, zone: string, settings: State['settings'], page: State['page'] }} start
 * @returns {State}
 */
export const initialState = start => ({
  ...start,
  ...PERSONAL,
  session: { phase: 'starting', me: null, endedBy: null },
  auth: { mode: 'sign-in', busy: false, problem: null },
  connection: INITIAL_CONNECTION,
  server: { codePoints: CODE_POINTS, editWindowMs: EDIT_WINDOW_MS, features: [], directory: 'open', registration: 'open' },
});

/** @param {State} state @param {any} event @returns {State} */
export function signedOut(state, { code }) {
  const { me, phase } = state.session;
  if (code !== 'signed-out' && me && phase !== 'starting') {
    return {
      ...state,
      typing: {},
      session: { phase: 'ended', me, endedBy: code },
      auth: { ...state.auth, busy: false, problem: null },
    };
  }
  return {
    ...state,
    ...PERSONAL,
    session: { phase: 'signed-out', me: null, endedBy: null },
    auth: { mode: 'sign-in', busy: false, problem: null },
    connection: INITIAL_CONNECTION,
  };
}

/** @param {State} state @param {any} event @returns {State} */
export function signedIn(state, { me }) {
  const same = state.session.me?.id === me.id;
  return {
    ...state,
    ...(same ? {} : PERSONAL),
    session: { phase: 'signed-in', me, endedBy: null },
    auth: { ...state.auth, busy: false, problem: null },
  };
}
