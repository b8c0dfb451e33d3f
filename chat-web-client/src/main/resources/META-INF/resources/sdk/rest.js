import { onAbort } from './abort.js';
import { ChatProblem, parse } from './problem.js';

/**
 * @typedef {{ getToken?: () => string | null | undefined | Promise<string | null | undefined> }} Auth
 * @typedef {{ email: string, password: string, client?: string, signal?: AbortSignal }} Credentials
 * @typedef {import('./types.js').Abortable} Abortable
 * @typedef {import('./types.js').Conversation} Conversation
 * @typedef {import('./types.js').ListQuery} ListQuery
 * @typedef {import('./types.js').MessagePage} MessagePage
 * @typedef {{
 *   query?: Record<string, any>, body?: object, signal?: AbortSignal, keepalive?: boolean, anonymous?: boolean
 * }} Call its query may say how long the server may `wait` on purpose, in seconds
 */

const PAGE = 100;
const PATIENCE_MS = 15_000;

/** The HTTP half of the protocol, the session included: each call answers with the body, or throws a ChatProblem. */
export class Rest {
  #parts;
  #cookie;
  /** Grows with each sign-in: what is refused to an earlier session says nothing about this one. */
  era = 0;
  /** @type {string | undefined} */
  #token;

  /**
   * @param {{
   *   baseUrl: string, auth?: Auth, platform: import('./platform.js').Platform, onSessionOver: (problem: ChatProblem) => void
   * }} parts
   */
  constructor(parts) {
    this.#parts = parts;
    this.#cookie = parts.platform.cookies && !parts.auth?.getToken;
  }

  /** The headers by which this client shows who it is: none with the cookie of a browser. @returns {Promise<Record<string, string>>} */
  async credentials() {
    const { auth } = this.#parts;
    const token = auth?.getToken ? await auth.getToken() : this.#token;
    if (!token && !this.#cookie) {
      throw ChatProblem.local('authentication-required');
    }
    return token ? { Authorization: `Bearer ${token}` } : {};
  }

  /**
   * @param {'/accounts' | '/sessions'} path
   * @param {Credentials & { name?: string }} credentials
   * @returns {Promise<import('./types.js').SignedIn>}
   */
  async signIn(path, { signal, ...credentials }) {
    const body = { ...credentials, tokenDelivery: this.#cookie ? 'cookie' : 'body' };
    const signedIn = await this.call('POST', path, { body, signal, anonymous: true });
    this.#token = signedIn.token;
    this.era++;
    return signedIn;
  }

  /** @param {AbortSignal} [signal] */
  async signOut(signal) {
    try {
      await this.call('DELETE', '/sessions/current', { signal });
    } catch (problem) {
      if (!(/** @type {ChatProblem} */ (problem).sessionOver)) {
        throw problem;
      }
    }
    this.#token = undefined;
  }

  /** @param {ListQuery} [query] @returns {Promise<import('./types.js').Page<Conversation> & { sync?: string }>} */
  conversations(query) {
    return this.get('/conversations', query);
  }

  /** @param {string} id @param {Abortable} [options] @returns {Promise<Conversation>} */
  conversation(id, options) {
    return this.get(conversationPath(id), options);
  }

  /**
   * @param {string} id
   * @param {{ before?: number, after?: number, around?: number, limit?: number }} query
   * @param {Abortable} [options]
   * @returns {Promise<MessagePage>}
   */
  messages(id, query, options) {
    return this.get(`${conversationPath(id)}/messages`, { ...query, ...options });
  }

  /**
   * What changed in a conversation.
   *
   * @param {string} id
   * @param {number} since its `rev` then
   * @param {Abortable} [options]
   * @returns {Promise<{ messages: import('./types.js').Message[], rev: number, hasMore: boolean }>}
   */
  changes(id, since, options) {
    return this.get(`${conversationPath(id)}/changes`, { since, limit: PAGE, ...options });
  }

  /** @param {string} id @param {{ readSeq?: number, deliveredSeq?: number }} marks survives the end of the page */
  receipts(id, marks) {
    return this.call('PUT', `${conversationPath(id)}/receipts`, { body: marks, keepalive: true });
  }

  /** @param {string} path @param {Abortable & Record<string, any>} [query] @returns {Promise<any>} */
  get(path, { signal, ...query } = {}) {
    return this.call('GET', path, { query, signal });
  }

  /**
   * @param {string} method
   * @param {string} path below `/api/v1`
   * @param {Call} [call]
   * @returns {Promise<any>}
   */
  async call(method, path, { query = {}, body, signal, keepalive, anonymous } = {}) {
    const { baseUrl, platform, onSessionOver } = this.#parts;
    const era = this.era;
    const controller = new AbortController();
    const end = (/** @type {string} */ code) => controller.abort(ChatProblem.local(code));
    const timer = platform.setTimeout(() => end('timeout'), PATIENCE_MS + (query.wait ?? 0) * 1000);
    const off = onAbort(signal, () => end('aborted'));
    try {
      const search = `${new URLSearchParams(JSON.parse(JSON.stringify(query)))}`; // without what is undefined
      const credentials = anonymous ? {} : await this.credentials();
      const answer = await platform.fetch(`${baseUrl}/api/v1${path}${search && `?${search}`}`, {
        method,
        headers: { ...credentials, ...(body && { 'Content-Type': 'application/json' }) },
        body: JSON.stringify(body),
        keepalive,
        signal: controller.signal,
      });
      return await read(answer);
    } catch (cause) {
      const problem = ChatProblem.of(controller.signal.reason ?? cause);
      if (problem.sessionOver && !anonymous && era === this.era) {
        onSessionOver(problem);
      }
      throw problem;
    } finally {
      platform.clearTimeout(timer);
      off();
    }
  }
}

/** @param {string} id */
export function conversationPath(id) {
  return `/conversations/${encodeURIComponent(id)}`;
}

/** @param {Response} answer */
async function read(answer) {
  const text = await answer.text();
  const body = parse(text);
  if (answer.ok && (body !== undefined || !text)) {
    return body;
  }
  const seconds = parseInt(/** @type {string} */ (answer.headers.get('Retry-After')));
  const { status } = answer;
  throw new ChatProblem({ code: 'unreadable-answer', ...body, status }, seconds >= 0 ? seconds * 1000 : undefined);
}
