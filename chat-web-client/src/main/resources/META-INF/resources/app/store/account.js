/**
 * What the settings show of the own account: devices, blocked people, and how far each form has come.
 *
 * @typedef {import('./state.js').State} State
 * @typedef {import('./state.js').AccountState} AccountState
 * @typedef {any} Event
 */

/** @type {AccountState} */
export const NO_ACCOUNT = {
  open: false,
  devices: { status: 'loading', items: [] },
  blocks: { status: 'loading', items: [], next: null },
  forms: {},
};

/** @type {import('./state.js').Form} */
export const NO_FORM = { busy: false, problem: null, done: false };

/** @param {State} state @param {Partial<AccountState>} change @returns {State} */
const inAccount = (state, change) => ({ ...state, account: { ...state.account, ...change } });

/** @type {Readonly<Record<string, (state: State, event: Event) => State>>} */
export const ACCOUNT_REDUCERS = {
  'account.opened': state => inAccount(state, { ...NO_ACCOUNT, open: true }),
  'account.closed': state => inAccount(state, NO_ACCOUNT),
  'account.form': (state, { name, form }) =>
    inAccount(state, { forms: { ...state.account.forms, [name]: { ...NO_FORM, ...form } } }),
  'devices.changed': (state, { devices }) => inAccount(state, { devices: { ...state.account.devices, ...devices } }),
  'blocks.changed': (state, { blocks }) => inAccount(state, { blocks: { ...state.account.blocks, ...blocks } }),
  'session.revoked': (state, { sessionId }) => {
    const { devices } = state.account;
    const items = devices.items.filter(({ id }) => id !== sessionId);
    return items.length === devices.items.length ? state : inAccount(state, { devices: { ...devices, items } });
  },
  'me.changed': (state, { me }) =>
    state.session.me?.id === me.id ? { ...state, session: { ...state.session, me: { ...state.session.me, ...me } } } : state,
};
