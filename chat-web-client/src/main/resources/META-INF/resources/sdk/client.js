import { Engine } from './engine.js';
import { platform as platformWith } from './platform.js';
import { ChatProblem } from './problem.js';
import { memoryStorage } from './storage.js';

/**
 * @typedef {import('./types.js').Abortable} Abortable
 * @typedef {import('./types.js').Events} Events
 * @typedef {import('./types.js').StatusEvent} StatusEvent
 * @typedef {import('./session.js').Credentials} Credentials
 * @typedef {{
 *   baseUrl?: string, auth?: import('./session.js').Auth, storage?: import('./types.js').Storage, account?: string,
 *   reportDelivered?: boolean, webSocketFactory?: (url: string) => any, loadStomp?: () => Promise<{ Client: any }>,
 *   platform?: Partial<import('./platform.js').Platform>
 * }} Options
 */

/** A person's client of one Chatty server. The README says what each call promises. */
export class ChatClient {
  #engine;

  /** @param {Options} [options] */
  constructor(options = {}) {
    const platform = platformWith(options.platform);
    this.#engine = new Engine({
      storage: memoryStorage(),
      reportDelivered: true,
      loadStomp: () => import('@stomp/stompjs'),
      ...options,
      baseUrl: (options.baseUrl ?? platform.origin ?? '').replace(/\/+$/, ''),
      platform,
    });
    if (options.account) {
      this.#engine.become(options.account);
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

  /** @param {Abortable} [options] @returns {Promise<void>} */
  connect({ signal } = {}) {
    return new Promise((resolve, reject) => {
      const finish = (/** @type {ChatProblem | undefined} */ problem) => {
        off();
        signal?.removeEventListener('abort', aborted);
        problem ? reject(problem) : resolve();
      };
      const aborted = () => {
        finish(ChatProblem.local('aborted'));
        if (this.status.state !== 'live') {
          this.#engine.stop();
        }
      };
      const off = this.on('status', ({ state, problem, final }) => {
        if (state === 'live') {
          finish(undefined);
        } else if (final || state === 'idle') {
          finish(problem ?? ChatProblem.local('aborted'));
        }
      });
      if (signal?.aborted) {
        aborted();
        return;
      }
      signal?.addEventListener('abort', aborted);
      this.#engine.start();
      if (this.status.state === 'live') {
        finish(undefined);
      }
    });
  }

  disconnect() {
    this.#engine.stop();
  }

  wake() {
    this.#engine.wake(true);
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
    const page = (/** @type {import('./history.js').Query} */ query, /** @type {Abortable | undefined} */ options) =>
      this.#engine.history.page(id, query, options);
    return {
      newest: (/** @type {number} */ limit = 50, /** @type {Abortable} */ options = {}) => page({ limit }, options),
      before: (/** @type {number} */ seq, limit = 50, /** @type {Abortable} */ options = {}) => page({ before: seq, limit }, options),
      after: (/** @type {number} */ seq, limit = 50, /** @type {Abortable} */ options = {}) => page({ after: seq, limit }, options),
      around: (/** @type {number} */ seq, limit = 50, /** @type {Abortable} */ options = {}) => page({ around: seq, limit }, options),
    };
  }

  /** @param {import('./types.js').ListQuery} [query] */
  async conversations(query) {
    const page = await this.#engine.rest.conversations(query);
    page.items.forEach(conversation => this.#engine.learn(conversation));
    return page;
  }

  /** @param {string} id @param {Abortable} [options] */
  async conversation(id, options) {
    return this.#engine.learn(await this.#engine.rest.conversation(id, options));
  }

  /** @param {string} userId @param {Abortable} [options] */
  async openConversation(userId, options) {
    return this.#engine.learn(await this.#engine.rest.openConversation(userId, options));
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
    const { connection } = this.#engine;
    connection.presence = state;
    connection.live?.publish('/app/presence', { state });
  }

  /** @param {Abortable} [options] */
  me(options) {
    return this.#engine.rest.me(options);
  }

  /** @param {import('./types.js').ListQuery & { q?: string }} [query] */
  users(query) {
    return this.#engine.rest.users(query);
  }

  /** @param {string} id @param {Abortable} [options] */
  user(id, options) {
    return this.#engine.rest.user(id, options);
  }

  /** @param {string[]} userIds @param {Abortable} [options] */
  presence(userIds, options) {
    return this.#engine.rest.presence(userIds, options);
  }

  /** @param {Abortable} [options] */
  server(options) {
    return this.#engine.rest.server(options);
  }

  /** @param {'/accounts' | '/sessions'} path @param {Credentials & { name?: string }} credentials */
  async #begin(path, credentials) {
    const engine = this.#engine;
    const signedIn = await engine.session.begin(engine.rest, path, credentials);
    engine.stop();
    await engine.become(signedIn.user.id);
    return signedIn;
  }
}
