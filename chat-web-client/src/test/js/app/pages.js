import { Disk } from '../../../main/resources/META-INF/resources/app/db/disk.js';
import { createApp } from '../../../main/resources/META-INF/resources/app/net/app.js';
import { accountOf } from '../../../main/resources/META-INF/resources/sdk/account.js';
import { memoryStorage } from '../../../main/resources/META-INF/resources/sdk/storage.js';
import { Browser, World } from '../sdk/support/world.js';

/** Pages over the real SDK and a server in memory. */

/** @param {World} world @param {any} user @param {Browser} [browser] */
export function open(world, user, browser = new Browser()) {
  const tab = world.tab(user, { browser, options: { account: user.id } });
  browser.disk ??= new Disk(() => {
    throw new Error('no storage');
  });
  browser.disk.remember({ ...user, email: user.name, createdAt: '', preferences: {} });
  const { clock } = world;
  const mine = {
    now: clock.now,
    setTimeout: (run, ms) => clock.setTimeout(() => tab.page.gone || run(), ms),
    clearTimeout: clock.clearTimeout,
  };
  const app = createApp({
    client: tab.chat,
    account: accountOf(tab.chat),
    device: 'a test',
    disk: browser.disk,
    recent: (browser.recent ??= memoryStorage()),
    clock: mine,
    schedule: render => queueMicrotask(render),
    page: { visible: true, focused: true, online: true },
    locale: 'en-GB',
    zone: 'UTC',
  });
  app.start();
  return { ...app, tab, browser };
}

/** @param {any} page @returns {string[]} "text state" of each message in view */
export const sheet = page =>
  (page.view().chat?.items ?? []).flatMap(item => item.messages ?? []).map(one => `${one.text} ${one.seal ?? '-'}`);
