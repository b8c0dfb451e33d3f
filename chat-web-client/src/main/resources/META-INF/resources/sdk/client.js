import { onAbort } from './abort.js';
import { Engine } from './engine.js';
import { messagesOf } from './messages.js';
import { platform as platformWith } from './platform.js';
import { ChatProblem } from './problem.js';
import { conversationPath } from './rest.js';
import { memoryStorage } from './storage.js';

/**
 * @typedef {import('./types.js').Abortable} Abortable
 * @typedef {import('./types.js').Events} Events
 * @typedef {import('./types.js').StatusEvent} StatusEvent
 * @typedef {import('./types.js').User} User
 * @typedef {import('./rest.js').Credentials} Credentials
 * @typedef {{
 *   baseUrl?: string, auth?: import('./rest.js').Auth, storage?: import('./types.js').Storage, account?: string,
 *   webSocketFactory?: (url: string) => any, loadStomp?: () => Promise<{ Client: any }>,
 *   platform?: Partial<import('./platform.js').World>
 * }} Options
 */

/** A person's client of one Chatty server. The README says what each call promises. */
export class ChatClient {
  #engine;

  /** @param {Options} [options] */
  constructor(options = {}) {
    const { storage = memoryStorage(), account, loadStomp = () => import('@stomp/stompjs') } = options;
    const platform = platformWith(options.platform);
    const baseUrl = (options.baseUrl ?? platform.origin ?? '').replace(/\/+$/, '');
    this.#engine = new Engine({ ...options, storage, loadStomp, baseUrl, platform });
    /** Any call of the protocol, as this person: `rest.call(method, path, { query, body, signal })`. */
    this.rest = this.#engine.rest;
    if (account) {
      this.#engine.become(account);
    }
  }

  /** @returns {StatusEvent} */
  get status() {
    return this.#engine.connection.status;
  }

  /** Who is signed in, or was last. */
  get userId() {
    return this.#engine.userId;
  }

  /** The identity of the server's store, once connected; a cache on disk belongs to it. */
  get epoch() {
    return this.#engine.epoch;
  }

  /**
   * @template {keyof Events | '*'} T
   * @param {T} type
   * @param {(event: T extends keyof Events ? Events[T] : import('./types.js').AnyEvent) => void} handler
   * @param {Abortable} [options]
   * @returns {() => void} takes the handler off
   */
  on(type, handler, options) {
    return this.#engine.emitter.on(type, handler, options);
  }

  /** Up to where everything is known: to be kept after all conversations that changed. */
  get cursor() {
    return this.#engine.catchUp.cursor;
  }

  /** How far a conversation is whole: to be kept with its messages. @param {string} id */
  point(id) {
    return this.#engine.order.point(id);
  }

  /**
   * Before the first `connect`: what was kept of an earlier run, so that what happened since is told.
   *
   * @param {string} epoch @param {string} cursor
   * @param {(import('./order.js').Point & { id: string })[]} points
   */
  resume(epoch, cursor, points) {
    this.#engine.epoch = epoch;
    this.#engine.catchUp.cursor = cursor;
    points.forEach(point => this.#engine.catchUp.learn(point.id, point));
  }

  /** @param {Abortable} [options] @returns {Promise<void>} */
  connect({ signal } = {}) {
    /** @type {(() => void)[]} */
    const offs = [];
    /** @type {Promise<void>} */
    const connected = new Promise((resolve, reject) => {
      const look = (/** @type {StatusEvent} */ { state, problem, final }) => {
        if (state === 'live') {
          resolve();
        } else if (final || state === 'idle') {
          reject(problem ?? ChatProblem.local('aborted'));
        }
      };
      offs.push(this.on('status', look));
      this.#engine.start();
      offs.push(onAbort(signal, () => this.status.state === 'live' || this.disconnect()));
      look(this.status);
    });
    return connected.finally(() => offs.forEach(off => off()));
  }

  disconnect() {
    this.#engine.connection.stop();
  }

  wake() {
    this.#engine.rounds.wake(true);
  }

  /** @param {Credentials & { name: string }} account */
  register(account) {
    return this.#begin('/accounts', account);
  }

  /** @param {Credentials} credentials */
  signIn(credentials) {
    return this.#begin('/sessions', credentials);
  }

  /** @param {Abortable} [options] */
  signOut({ signal } = {}) {
    return this.#engine.signOut(signal);
  }

  /** @param {import('./types.js').Draft} draft */
  send(draft) {
    return this.#engine.outbox.send(draft);
  }

  /** @param {string} clientMessageId */
  retry(clientMessageId) {
    return this.#engine.outbox.retry(clientMessageId);
  }

  /** @param {string} clientMessageId */
  discard(clientMessageId) {
    return this.#engine.outbox.discard(clientMessageId);
  }

  outbox() {
    return this.#engine.outbox.list;
  }

  /** @param {string} id of a conversation */
  messages(id) {
    return messagesOf(this.#engine, id);
  }

  /** @param {import('./types.js').ListQuery} [query] */
  async conversations(query) {
    const page = await this.rest.conversations(query);
    page.items.forEach(conversation => this.#engine.learn(conversation));
    return page;
  }

  /** @param {string} id @param {Abortable} [options] */
  async conversation(id, options) {
    return this.#engine.learn(await this.rest.conversation(id, options));
  }

  /** @param {string} userId @param {Abortable} [options] */
  async openConversation(userId, options) {
    return this.#engine.learn(await this.rest.call('PUT', `/conversations/with/${encodeURIComponent(userId)}`, options));
  }

  /** @param {string} id @param {import('./types.js').Settings} settings @param {Abortable} [options] */
  async configure(id, settings, options) {
    return this.#engine.learn(await this.rest.call('PATCH', conversationPath(id), { body: settings, ...options }));
  }

  /** @param {string} id @param {number} seq */
  read(id, seq) {
    this.#engine.receipts.mark(id, { readSeq: seq });
  }

  /** @param {string} id @param {number} seq */
  delivered(id, seq) {
    this.#engine.receipts.mark(id, { deliveredSeq: seq });
  }

  /** @param {string} id @param {boolean} [active] */
  typing(id, active = true) {
    this.#engine.typing.say(id, active);
  }

  /** @param {string[]} userIds */
  watch(userIds) {
    this.#engine.watch.set(userIds);
  }

  /** @param {'active' | 'away'} state */
  appear(state) {
    this.#engine.connection.appear(state);
  }

  /** @param {Abortable} [options] @returns {Promise<import('./types.js').Me>} */
  me(options) {
    return this.rest.get('/me', options);
  }

  /** @param {import('./types.js').ListQuery & { q?: string }} [query] @returns {Promise<import('./types.js').Page<User>>} */
  users(query) {
    return this.rest.get('/users', query);
  }

  /** @param {string[]} userIds at most 100 @param {Abortable} [options] @returns {Promise<import('./types.js').Presence[]>} */
  async presence(userIds, options) {
    return (await this.rest.get('/presence', { userIds, ...options })).items;
  }

  /** @param {Abortable} [options] @returns {Promise<import('./types.js').ServerInfo>} */
  server(options) {
    return this.rest.call('GET', '/server', { ...options, anonymous: true });
  }

  /** @param {'/accounts' | '/sessions'} path @param {Credentials & { name?: string }} credentials */
  async #begin(path, credentials) {
    const signedIn = await this.rest.signIn(path, credentials);
    this.disconnect();
    await this.#engine.become(signedIn.user.id);
    return signedIn;
  }
}
