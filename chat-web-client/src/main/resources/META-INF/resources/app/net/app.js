import { t } from '../i18n/t.js';
import { initialState } from '../store/session.js';
import { reduce, wakesAt } from '../store/reducer.js';
import { createStore } from '../store/store.js';
import { createView } from '../store/view.js';
import { accountIntents } from './account.js';
import { blockIntents } from './blocks.js';
import { conversationIntents } from './conversations.js';
import { historyLoader } from './history.js';
import { messageIntents } from './messages.js';
import { peopleIntents } from './people.js';
import { plainEvent } from './problem.js';
import { readingIntents } from './reading.js';
import { recentConversations } from './recent.js';
import { sessionIntents } from './session.js';
import { writingIntents } from './writing.js';

/**
 * Wires the SDK to the store: events become actions, intents become actions and calls. Touches no DOM.
 *
 * @typedef {import('../../sdk/client.js').ChatClient} ChatClient
 * @typedef {import('../db/disk.js').Disk} Disk
 * @typedef {import('../store/intents.js').Intents} Intents
 * @typedef {import('../store/state.js').State} State
 * @typedef {import('../store/store.js').Action} Action
 *
 * @typedef {object} Clock
 * @property {() => number} now
 * @property {(run: () => void, ms: number) => any} setTimeout
 * @property {(timer: any) => void} clearTimeout
 *
 * @typedef {object} Net what the parts share
 * @property {ChatClient} client
 * @property {Disk} disk
 * @property {Clock} clock
 * @property {() => State} get
 * @property {(action: Action) => void} dispatch adds the time
 * @property {(text: string) => void} complain raises a toast
 * @property {() => void} unkept something could not be kept on this device
 *
 * @typedef {object} Parts
 * @property {ChatClient} client made with `account: disk.me()?.id`
 * @property {import('./account.js').Account} account of the client
 * @property {string} device what the list of devices calls this one
 * @property {Disk} disk
 * @property {import('../db/recent.js').RecentStorage} recent
 * @property {(render: () => void) => void} schedule `frames(document)`
 * @property {State['page']} page visibility, focus and network at the start
 * @property {string} locale
 * @property {string} zone
 * @property {Clock} [clock]
 */

const TOAST_MS = 8000;
/** A clock that was set, or a machine that slept, is noticed within this time. */
const LONGEST_WAIT_MS = 60_000;
/** Browsers round the time; a tick that comes too early must not make the next one come at once. */
const SHORTEST_WAIT_MS = 10;

/** @type {Clock} */
const CLOCK = {
  now: () => Date.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: timer => clearTimeout(timer),
};

/** Ticks whenever time alone changes what is shown. @param {import('../store/store.js').Store} store @param {Clock} clock */
function keepTime(store, clock) {
  /** @type {any} */
  let timer;
  const plan = () => {
    clock.clearTimeout(timer);
    const wait = Math.max(SHORTEST_WAIT_MS, Math.min(wakesAt(store.get()) - clock.now(), LONGEST_WAIT_MS));
    timer = clock.setTimeout(() => {
      store.dispatch({ type: 'tick', now: clock.now() });
      plan();
    }, wait);
  };
  store.subscribe(plan);
  plan();
}

/**
 * @param {Parts} parts
 * @returns {{
 *   intents: Intents, view: () => import('../store/types.js').View, subscribe: (render: () => void) => () => void,
 *   start: () => void, stored: (key: string | null, value: string | null) => void
 * }} `start` begins; `stored` takes the key and new value of a `storage` event
 */
export function createApp({ client, account, device, disk, recent, schedule, page, locale, zone, clock = CLOCK }) {
  const start = { now: clock.now(), locale, zone, page, settings: disk.settings() };
  const store = createStore(reduce, initialState(start), schedule);
  const dispatch = (/** @type {Action} */ action) => store.dispatch({ ...action, now: clock.now() });
  let toasts = 0;

  /** @param {string} text */
  const complain = text => {
    const id = `t${++toasts}`;
    dispatch({ type: 'toast.raised', toast: { id, kind: 'error', text } });
    clock.setTimeout(() => dispatch({ type: 'toast.gone', id }), TOAST_MS);
  };

  let lasts = disk.lasting;
  let told = false;
  /** Told once, as soon as somebody is here to whom it matters. */
  const tellUnkept = () => {
    if (lasts || told || !store.get().session.me) return;
    told = true;
    complain(t('toast.storage'));
  };
  const unkept = () => {
    lasts = false;
    tellUnkept();
  };
  disk.onFull = unkept;

  /** @type {Net} */
  const net = { client, disk, clock, get: store.get, dispatch, complain, unkept };
  const history = historyLoader(net);
  const kept = recentConversations({ ...net, recent });
  const session = sessionIntents({ ...net, device }, history, kept);
  const reading = readingIntents(net);
  const blocks = blockIntents({ ...net, account });
  const conversations = conversationIntents(net, history, () => {
    reading.opened();
    blocks.opened();
  });
  const messages = messageIntents(net, history.loadAround);
  const writing = writingIntents(net, messages.finishEdit);
  const settings = accountIntents(
    { ...net, account },
    { left: session.leave, reload: session.loadList, forgetKept: kept.forget, clearDrafts: writing.clearDrafts },
  );
  const view = createView();

  client.on('*', told => {
    const event = told.type === 'signed-out' && settings.isLeaving() ? { ...told, code: 'signed-out' } : told;
    dispatch(plainEvent(event));
    session.heard(event);
    history.heard(event);
    blocks.heard(event);
    if (event.type === 'storage.failed') unkept();
  });
  store.subscribe(session.watchPeers);
  store.subscribe(kept.changed);
  store.subscribe(state => void messages.lookForQuotes(state));
  store.subscribe(tellUnkept);

  /** @param {Partial<import('../store/types.js').Settings>} changed */
  const set = changed => {
    dispatch({ type: 'settings.changed', settings: changed });
    disk.saveSettings(store.get().settings);
  };

  return {
    intents: {
      ...session.intents,
      ...conversations,
      ...history.intents,
      ...writing.intents,
      ...messages.intents,
      ...peopleIntents({ ...net, account }),
      ...reading.intents,
      ...settings.intents,
      ...blocks.intents,
      pageChanged(changed) {
        reading.intents.pageChanged(changed);
        if (changed.visible === false) kept.save();
      },
      setTheme: theme => set({ theme }),
      setDensity: density => set({ density }),
      dismissToast: id => dispatch({ type: 'toast.gone', id }),
    },
    view: () => view(store.get()),
    subscribe: render => store.subscribe(() => render()),
    start() {
      keepTime(store, clock);
      session.start();
    },
    stored(key, value) {
      const change = disk.change(key, value, store.get().session.me?.id);
      if (!change) return;
      if ('left' in change) session.leftElsewhere();
      else if ('settings' in change) dispatch({ type: 'settings.changed', settings: change.settings });
      else writing.draftElsewhere(change.draft);
    },
  };
}
