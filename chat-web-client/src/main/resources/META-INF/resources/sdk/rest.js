import { ChatProblem } from './problem.js';

/**
 * @typedef {import('./types.js').Abortable} Abortable
 * @typedef {import('./types.js').Conversation} Conversation
 * @typedef {import('./types.js').ListQuery} ListQuery
 * @typedef {import('./types.js').MessagePage} MessagePage
 * @typedef {{ query?: Record<string, any>, body?: unknown, signal?: AbortSignal, keepalive?: boolean, anonymous?: boolean }} Call
 */

const PATIENCE_MS = 15_000;

/** The HTTP half of the protocol: each call answers with the body, or throws a ChatProblem. */
export class Rest {
  /** Grows with each sign-in: what is refused to an earlier session says nothing about this one. */
  era = 0;

  /**
   * @param {{
   *   baseUrl: string, platform: import('./platform.js').Platform, getToken: () => Promise<string | undefined>,
   *   onSessionOver: (problem: ChatProblem) => void
   * }} parts
   */
  constructor({ baseUrl, platform, getToken, onSessionOver }) {
    this.baseUrl = baseUrl;
    this.platform = platform;
    this.getToken = getToken;
    this.onSessionOver = onSessionOver;
  }

  /** @param {Abortable} [options] @returns {Promise<import('./types.js').ServerInfo>} */
  server(options) {
    return this.call('GET', '/server', { ...options, anonymous: true });
  }

  /** @param {Abortable} [options] @returns {Promise<import('./types.js').Me>} */
  me(options) {
    return this.call('GET', '/me', { ...options });
  }

  /** @param {ListQuery & { q?: string }} [query] @returns {Promise<import('./types.js').Page<import('./types.js').User>>} */
  users({ signal, ...query } = {}) {
    return this.call('GET', '/users', { query, signal });
  }

  /** @param {string} id @param {Abortable} [options] @returns {Promise<import('./types.js').User>} */
  user(id, options) {
    return this.call('GET', `/users/${encodeURIComponent(id)}`, { ...options });
  }

  /** @param {string[]} userIds at most 100 @param {Abortable} [options] @returns {Promise<import('./types.js').Presence[]>} */
  async presence(userIds, options) {
    return (await this.call('GET', '/presence', { query: { userIds: userIds.join() }, ...options })).items;
  }

  /** @param {ListQuery} [query] @returns {Promise<import('./types.js').Page<Conversation>>} */
  conversations({ signal, ...query } = {}) {
    return this.call('GET', '/conversations', { query, signal });
  }

  /** @param {string} id @param {Abortable} [options] @returns {Promise<Conversation>} */
  conversation(id, options) {
    return this.call('GET', conversationPath(id), { ...options });
  }

  /** @param {string} userId @param {Abortable} [options] @returns {Promise<Conversation>} */
  openConversation(userId, options) {
    return this.call('PUT', `/conversations/with/${encodeURIComponent(userId)}`, { ...options });
  }

  /**
   * @param {string} id
   * @param {{ before?: number, after?: number, around?: number, limit?: number }} query
   * @param {Abortable} [options]
   * @returns {Promise<MessagePage>}
   */
  messages(id, query, options) {
    return this.call('GET', `${conversationPath(id)}/messages`, { query, ...options });
  }

  /** @param {string} id @param {{ readSeq?: number, deliveredSeq?: number }} marks survives the end of the page */
  receipts(id, marks) {
    return this.call('PUT', `${conversationPath(id)}/receipts`, { body: marks, keepalive: true });
  }

  /**
   * @param {string} method
   * @param {string} path below `/api/v1`
   * @param {Call} [call]
   * @returns {Promise<any>}
   */
  async call(method, path, { query, body, signal, keepalive, anonymous } = {}) {
    const { era } = this;
    const limit = deadline(this.platform, signal);
    try {
      const token = anonymous ? undefined : await this.getToken();
      /** @type {Record<string, string>} */
      const headers = { Accept: 'application/json, application/problem+json' };
      if (token) {
        headers.Authorization = `Bearer ${token}`;
      }
      if (body !== undefined) {
        headers['Content-Type'] = 'application/json';
      }
      const answer = await limit.race(
        this.platform.fetch(`${this.baseUrl}/api/v1${path}${search(query)}`, {
          method,
          headers,
          body: body === undefined ? undefined : JSON.stringify(body),
          credentials: 'same-origin',
          keepalive,
          signal: limit.signal,
        }),
      );
      return await limit.race(read(answer));
    } catch (cause) {
      const problem = ChatProblem.of(cause);
      if (problem.sessionOver && !anonymous && era === this.era) {
        this.onSessionOver(problem);
      }
      throw problem;
    } finally {
      limit.end();
    }
  }
}

/** @param {string} id */
function conversationPath(id) {
  return `/conversations/${encodeURIComponent(id)}`;
}

/** @param {Record<string, any>} [query] */
function search(query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return given.length ? `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}` : '';
}

/** @param {Response} answer */
async function read(answer) {
  const text = await answer.text();
  const body = text ? parse(text, answer.status) : undefined;
  if (answer.ok) {
    return body;
  }
  const seconds = Number(answer.headers.get('Retry-After') ?? NaN);
  throw new ChatProblem(
    { code: 'unreadable-answer', ...body, status: answer.status },
    Number.isFinite(seconds) ? seconds * 1000 : undefined,
  );
}

/** @param {string} text @param {number} status */
function parse(text, status) {
  try {
    return JSON.parse(text);
  } catch {
    throw new ChatProblem({ code: 'unreadable-answer', status });
  }
}

/**
 * Ends a call at the caller's signal or after a while, whichever is first.
 *
 * @param {import('./platform.js').Platform} platform
 * @param {AbortSignal} [outer]
 */
function deadline(platform, outer) {
  const controller = new AbortController();
  /** @type {(problem: ChatProblem) => void} */
  let refuse;
  const ended = new Promise((_, reject) => (refuse = reject));
  ended.catch(() => {});
  const end = (/** @type {string} */ code) => {
    refuse(ChatProblem.local(code));
    controller.abort();
  };
  const aborted = () => end('aborted');
  const timer = platform.setTimeout(() => end('timeout'), PATIENCE_MS);
  outer?.addEventListener('abort', aborted, { once: true });
  if (outer?.aborted) {
    aborted();
  }
  return {
    signal: controller.signal,
    /** @template T @param {Promise<T>} work @returns {Promise<T>} */
    race: work => /** @type {Promise<any>} */ (Promise.race([work, ended])),
    end() {
      platform.clearTimeout(timer);
      outer?.removeEventListener('abort', aborted);
    },
  };
}
