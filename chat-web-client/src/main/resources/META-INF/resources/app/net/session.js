import { ordered } from '../store/list-view.js';
import { plainEvent, plainProblem } from './problem.js';

/**
 * Who is signed in, and what is loaded then.
 *
 * @typedef {import('./app.js').Net} Net
 * @typedef {import('../store/state.js').Me} Me
 */

const PAGE = 100;
/** More conversations than anybody scrolls through; older ones come by the search for people. */
const PAGES = 10;
const WATCHED = 200;

/** @param {Record<string, string>} form @returns {Array<{ pointer: string, code: string }>} an error for each empty field */
const missing = form =>
  Object.entries(form).flatMap(([field, value]) => (value.trim() === '' ? [{ pointer: `/${field}`, code: field === 'email' ? 'invalid-format' : 'required' }] : []));

/**
 * @param {Net & { device: string }} net
 * @param {{ refresh: () => void }} history
 * @param {ReturnType<typeof import('./recent.js').recentConversations>} recent
 */
export function sessionIntents(net, history, recent) {
  const { client, disk, device, get, dispatch } = net;
  /** @type {unknown} */
  let watchedOf;
  let loading = false;

  async function loadList() {
    if (loading) return;
    loading = true;
    dispatch({ type: 'list.changed', status: 'loading' });
    try {
      let cursor;
      for (let page = 0; page < PAGES; page++) {
        const { items, next } = await client.conversations({ cursor, limit: PAGE });
        for (const conversation of items) dispatch({ type: 'conversation.state', conversation });
        dispatch({ type: 'list.changed', status: 'ready' });
        cursor = next;
        if (!cursor) break;
      }
    } catch (cause) {
      dispatch({ type: 'list.changed', status: 'error', requestId: plainProblem(cause).requestId });
    } finally {
      loading = false;
    }
    history.refresh();
  }

  /** What the server allows; without an answer the defaults of the protocol hold. */
  async function loadServer() {
    try {
      const { limits, features, directory, registration } = await client.server();
      const codePoints = limits['textCodePoints'] ?? get().server.codePoints;
      const seconds = limits['editWindowSeconds'];
      const editWindowMs = seconds === undefined ? get().server.editWindowMs : seconds * 1000;
      dispatch({ type: 'server.known', server: { codePoints, editWindowMs, features, directory, registration } });
    } catch {
      // Asked again at the next start.
    }
  }

  /** @param {Me} me */
  async function begin(me) {
    const before = disk.me();
    if (before && before.id !== me.id) recent.forget(before.id);
    disk.remember(me);
    const kept = get().session.me?.id === me.id ? [] : await recent.recall(me.id);
    dispatch({ type: 'signed-in', me });
    dispatch({ type: 'drafts.known', drafts: disk.drafts(me.id) });
    recent.show(kept);
    for (const entry of client.outbox()) dispatch(plainEvent({ type: 'outbox.changed', entry }));
    loadServer();
    loadList();
    // The strip tells how it goes; what it rejects with comes as `status` and `signed-out` as well.
    client.connect().catch(() => {});
    history.refresh();
  }

  /** @param {() => Promise<{ user: Me }>} call @param {Array<{ pointer: string, code: string }>} [errors] what nobody has to ask the server */
  async function enter(call, errors = []) {
    if (get().auth.busy) return;
    if (errors.length > 0) {
      dispatch({ type: 'auth.changed', auth: { problem: { code: 'validation-failed', errors } } });
      return;
    }
    dispatch({ type: 'auth.changed', auth: { busy: true, problem: null } });
    try {
      const { user } = await call();
      await begin(user);
    } catch (cause) {
      dispatch({ type: 'auth.changed', auth: { busy: false, problem: plainProblem(cause) } });
    }
  }

  function wipe() {
    const me = disk.me();
    if (me) recent.forget(me.id);
    disk.wipe();
  }

  function leave() {
    wipe();
    dispatch({ type: 'signed-out', code: 'signed-out' });
  }

  /** The account of the cookie may be another one than remembered, or be renamed meanwhile. */
  async function checkMe() {
    try {
      const me = await client.me();
      if (me.id === get().session.me?.id) {
        disk.remember(me);
        dispatch({ type: 'user.updated', user: me });
      } else {
        await begin(me);
      }
    } catch {
      // Over: `signed-out` comes. Not reached: what is remembered stands.
    }
  }

  return {
    leave,
    loadList: () => void loadList(),

    intents: {
      setAuthMode: (/** @type {'sign-in' | 'register'} */ mode) =>
        dispatch({ type: 'auth.changed', auth: { mode, problem: null } }),
      signIn: (/** @type {{ email: string, password: string }} */ form) => void enter(() => client.signIn({ ...form, client: device }), missing(form)),
      register: (/** @type {{ email: string, name: string, password: string }} */ form) =>
        void enter(() => client.register({ ...form, client: device }), missing(form)),
      signInAgain(/** @type {string} */ password) {
        const email = get().session.me?.email;
        if (email) enter(() => client.signIn({ email, password, client: device }));
      },
      async signOut() {
        try {
          await client.signOut();
          leave();
        } catch (cause) {
          client.disconnect();
          leave();
          dispatch({ type: 'auth.changed', auth: { problem: { ...plainProblem(cause), code: 'sign-out-unreached' } } });
        }
      },
      reloadList: () => void loadList(),
      retryNow() {
        if (client.status.final) client.connect().catch(() => {});
        else client.wake();
        if (get().list === 'error') loadList();
      },
    },

    start() {
      const me = disk.me();
      if (me) {
        begin(me).then(checkMe);
      } else if (disk.lasting) {
        dispatch({ type: 'signed-out', code: 'signed-out' });
        loadServer();
      } else {
        // Nothing can be remembered here, so the cookie is asked.
        client.me().then(begin, () => {
          dispatch({ type: 'signed-out', code: 'signed-out' });
          loadServer();
        });
      }
    },

    /** Another tab signed out. The server may have said so before, but not whether the person meant to leave this browser. */
    leftElsewhere() {
      const { me } = get().session;
      if (me) recent.forget(me.id);
      client.disconnect();
      dispatch({ type: 'signed-out', code: 'signed-out' });
    },

    /** @param {{ type: string, [field: string]: any }} event */
    heard(event) {
      if (event.type === 'signed-out' && event['code'] === 'signed-out') wipe();
      if (event.type === 'reset') {
        const me = disk.me();
        if (me) recent.forget(me.id);
        loadList();
        checkMe();
      }
      if (event.type === 'status' && event['state'] === 'live' && get().list === 'error') loadList();
    },

    /** The people of the conversations are watched, the most recent first. @param {import('../store/state.js').State} state */
    watchPeers({ conversations, outbox }) {
      if (conversations === watchedOf) return;
      watchedOf = conversations;
      const ids = ordered(Object.values(conversations), outbox).map(({ held }) => held.head.peer.id);
      // In one order however the list is sorted: a message must not change the list of the watched.
      if (ids.length > 0) client.watch(ids.slice(0, WATCHED).sort());
    },
  };
}
