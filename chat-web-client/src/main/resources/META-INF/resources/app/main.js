import { accountOf } from '../sdk/account.js';
import { ChatClient, indexedDbStorage } from '../sdk/index.js';
import { Disk } from './db/disk.js';
import { createApp } from './net/app.js';
import { frames } from './store/store.js';
import { deviceName } from './text/device.js';
import { watchAttention } from './ui/attention.js';
import './ui/auth.js';
import './ui/app.js';
import { badge } from './ui/badge.js';
import { watchErrors } from './ui/crash.js';
import { Router } from './ui/router.js';

/** @typedef {import('./ui/app.js').CxApp} CxApp */
/** @typedef {import('./ui/auth.js').CxAuth} CxAuth */

watchErrors();

const disk = new Disk();
const client = new ChatClient({ storage: indexedDbStorage('chatty'), account: disk.me()?.id });
const app = createApp({
  client,
  account: accountOf(client),
  device: deviceName(navigator.userAgent),
  disk,
  recent: indexedDbStorage('chatty-recent', globalThis.indexedDB, 'id'),
  schedule: frames(document),
  page: { visible: document.visibilityState === 'visible', focused: document.hasFocus(), online: navigator.onLine },
  locale: navigator.language,
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});

const screen = /** @type {CxApp} */ (document.querySelector('cx-app'));
const form = /** @type {CxAuth} */ (document.querySelector('cx-auth'));
const router = new Router(app.intents, () => disk.opened(disk.me()?.id ?? ''));
let { settings } = app.view();

function render() {
  const view = app.view();
  const before = document.documentElement.dataset.screen;
  document.documentElement.dataset.screen = view.screen;
  form.auth = view.auth;
  screen.view = view;
  badge(view.title, view.badge);
  router.show(view);
  if (view.screen === 'app' && before === 'auth') {
    form.clear();
  }
  if (view.settings !== settings) {
    settings = view.settings;
    dispatchEvent(new Event('chatty:appearance'));
  }
}

form.intents = app.intents;
screen.intents = app.intents;
app.subscribe(render);
addEventListener('storage', ({ key, newValue }) => app.stored(key, newValue));
watchAttention(app.intents);
app.start();
render();
