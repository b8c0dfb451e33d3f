import { ChatClient, memoryStorage } from '../../../../main/resources/META-INF/resources/sdk/index.js';
import { Clock, seeded } from './clock.js';
import { FakeServer } from './fake-server.js';

/** A clock, a server and browsers with tabs: all that happens is decided by the seed. */
export class World {
  constructor({ seed = 1, faults } = {}) {
    this.clock = new Clock();
    this.random = seeded(seed);
    this.server = new FakeServer({ clock: this.clock, random: this.random, faults });
  }

  /** The globals of a page; `events` fires what a browser would. */
  platform(browser = new Browser(), more = {}) {
    const page = { listeners: [], hidden: false };
    const fire = type => page.listeners.filter(one => one.type === type).forEach(one => one.handler());
    const { clock, random } = this;
    let ids = 0;
    const name = Math.floor(random() * 1e9);
    const platform = {
      now: clock.now,
      random,
      setTimeout: (run, ms) => clock.setTimeout(() => page.gone || run(), ms),
      clearTimeout: clock.clearTimeout,
      fetch: (url, init) => this.server.fetch(url, init),
      newId: () => `id-${name}-${++ids}`,
      origin: 'http://chatty.test',
      cookies: false,
      hidden: () => page.hidden,
      listen: (type, handler) => {
        const one = { type, handler };
        page.listeners.push(one);
        return () => void page.listeners.splice(page.listeners.indexOf(one), 1);
      },
      channel: channelName => browser.channel(channelName, page),
      report: error => {
        throw error;
      },
      ...more,
    };
    return { platform, page, fire };
  }

  /** A tab of a person in a browser. */
  tab(user, { browser = new Browser(), options = {}, platform: more = {} } = {}) {
    const { platform, page, fire } = this.platform(browser, more);
    const sockets = [];
    const chat = new ChatClient({
      auth: { getToken: () => user.token },
      storage: browser.storage,
      loadStomp: async () => ({ Client: this.server.clientClass(socket => sockets.push(socket)) }),
      platform,
      ...options,
    });
    const events = [];
    chat.on('*', event => page.gone || events.push(event));
    return {
      chat,
      events,
      page,
      fire,
      browser,
      user,
      sockets,
      ofType: type => events.filter(event => event.type === type),
      /** The tab crashes: no code of it runs any more, and its connection is lost. */
      crash: () => {
        page.gone = true;
        browser.channels.forEach(channel => channel.page === page && channel.close());
        sockets.forEach(socket => socket.vanish());
      },
    };
  }
}

/** What the tabs of a browser share. */
export class Browser {
  storage = memoryStorage();
  channels = new Set();

  channel(name, page) {
    const own = { name, page, onmessage: () => {}, close: () => this.channels.delete(own), postMessage: data => this.#post(own, data) };
    this.channels.add(own);
    return own;
  }

  #post(from, data) {
    for (const other of this.channels) {
      if (other !== from && other.name === from.name) {
        queueMicrotask(() => this.channels.has(other) && other.onmessage({ data: structuredClone(data) }));
      }
    }
  }
}

/** Moves the clock on until a promise is settled. @param {Clock} clock */
export async function finished(clock, promise) {
  let done = false;
  promise.finally(() => (done = true)).catch(() => {});
  await clock.until(() => done);
  return promise;
}
