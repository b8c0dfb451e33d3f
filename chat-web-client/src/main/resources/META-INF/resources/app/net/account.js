import { plainProblem } from './problem.js';

/**
 * What a person does with the own account: profile, privacy, devices, password, deletion, and what lies on this device.
 *
 * @typedef {import('./app.js').Net} Net
 * @typedef {ReturnType<typeof import('../../sdk/account.js').accountOf>} Account
 * @typedef {import('../store/state.js').Me} Me
 * @typedef {import('../store/state.js').Preferences} Preferences
 */

const PAGE = 50;

/**
 * @param {Net & { account: Account }} net
 * @param {{ left: () => void, reload: () => void, forgetKept: (account: string) => void, clearDrafts: () => void }} other parts of the page
 */
export function accountIntents({ client, account, disk, get, dispatch }, { left, reload, forgetKept, clearDrafts }) {
  /** The account is being deleted: the end of its sessions is no surprise. */
  let leaving = false;
  /** Preferences that are being changed, as they are to be. @type {Partial<Preferences>} */
  let wishes = {};
  /** One change after the other. @type {Promise<unknown>} */
  let changing = Promise.resolve();

  /**
   * Does what a form asks for, one at a time, and tells the form how it went.
   *
   * @param {string} name
   * @param {() => Promise<unknown>} work
   * @returns {Promise<boolean>}
   */
  async function run(name, work) {
    if (get().account.forms[name]?.busy) return false;
    dispatch({ type: 'account.form', name, form: { busy: true } });
    try {
      await work();
      dispatch({ type: 'account.form', name, form: { done: true } });
      return true;
    } catch (cause) {
      dispatch({ type: 'account.form', name, form: { problem: plainProblem(cause) } });
      return false;
    }
  }

  /** @param {Me} me */
  function become(me) {
    if (get().session.me?.id !== me.id) return;
    disk.remember(me);
    dispatch({ type: 'me.changed', me: { ...me, preferences: { ...me.preferences, ...wishes } } });
  }

  /** @param {keyof Preferences} which @param {boolean} on */
  function show(which, on) {
    const { me } = get().session;
    if (me) dispatch({ type: 'me.changed', me: { ...me, preferences: { ...me.preferences, [which]: on } } });
  }

  /** @param {keyof Preferences} which @param {boolean} on */
  async function change(which, on) {
    const kept = await run('privacy', async () => {
      const me = await account.updateMe({ preferences: { [which]: on } });
      if (wishes[which] === on) delete wishes[which];
      become(me);
    });
    if (kept && which === 'readReceipts') reload(); // what was read by others appears, or goes
    if (kept || wishes[which] !== on) return;
    delete wishes[which];
    show(which, !on);
  }

  async function loadMe() {
    try {
      become(await account.me());
    } catch {
      // What is remembered is shown; a change that is refused says why.
    }
  }

  async function loadDevices() {
    dispatch({ type: 'devices.changed', devices: { status: 'loading' } });
    try {
      const items = await account.sessions();
      const sorted = items.sort((a, b) => Number(b.current) - Number(a.current) || Date.parse(b.lastSeenAt) - Date.parse(a.lastSeenAt));
      dispatch({ type: 'devices.changed', devices: { status: 'ready', items: sorted } });
    } catch {
      dispatch({ type: 'devices.changed', devices: { status: 'error' } });
    }
  }

  /** @param {string} [cursor] */
  async function loadBlocks(cursor) {
    dispatch({ type: 'blocks.changed', blocks: { status: 'loading' } });
    try {
      const { items, next = null } = await account.blocks({ cursor, limit: PAGE });
      const before = cursor ? get().account.blocks.items : [];
      dispatch({ type: 'blocks.changed', blocks: { status: 'ready', items: [...before, ...items], next } });
    } catch {
      dispatch({ type: 'blocks.changed', blocks: { status: 'error' } });
    }
  }

  return {
    intents: {
      openSettings() {
        dispatch({ type: 'account.opened' });
        loadMe();
      },
      closeSettings: () => dispatch({ type: 'account.closed' }),
      loadDevices: () => void loadDevices(),
      loadBlocks: () => void loadBlocks(),
      moreBlocks: () => void loadBlocks(get().account.blocks.next ?? undefined),

      saveName(/** @type {string} */ name) {
        run('profile', async () => become(await account.updateMe({ name: name.trim() })));
      },

      /** Shown at once, and taken back where it is refused. */
      setPreference(/** @type {keyof Preferences} */ which, /** @type {boolean} */ on) {
        wishes = { ...wishes, [which]: on };
        show(which, on);
        changing = changing.then(() => change(which, on));
      },

      endSession(/** @type {string} */ id) {
        run('devices', async () => {
          await account.endSession(id);
          dispatch({ type: 'session.revoked', sessionId: id });
        });
      },

      endOtherSessions() {
        run('devices', async () => {
          await account.endOtherSessions();
          const items = get().account.devices.items.filter(({ current }) => current);
          dispatch({ type: 'devices.changed', devices: { items } });
        });
      },

      changePassword(/** @type {string} */ current, /** @type {string} */ next) {
        run('password', () => account.changePassword(current, next));
      },

      async deleteAccount(/** @type {string} */ password) {
        if (leaving) return;
        leaving = true;
        if (await run('deletion', () => account.deleteAccount(password))) left();
        leaving = false;
      },

      clearDrafts() {
        run('data', async () => clearDrafts());
      },
      clearKept() {
        const { me } = get().session;
        if (me) run('data', async () => forgetKept(me.id));
      },
    },

    /** Whether the sessions end because this page ends the account. */
    isLeaving: () => leaving,

  };
}
