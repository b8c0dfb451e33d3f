import { ChatProblem } from './problem.js';

/**
 * @typedef {{ getToken?: () => string | null | undefined | Promise<string | null | undefined> }} Auth
 * @typedef {import('./types.js').SignedIn} SignedIn
 * @typedef {{ email: string, password: string, client?: string, signal?: AbortSignal }} Credentials
 */

/** By what this client shows who it is: the token it is given, the cookie of a browser, or else a token in memory. */
export class Session {
  /** @type {string | undefined} */
  #token;

  /** @param {{ auth?: Auth, cookies: boolean }} parts */
  constructor({ auth, cookies }) {
    this.getToken = auth?.getToken;
    this.cookie = cookies && !this.getToken;
  }

  /** @returns {Promise<string | undefined>} undefined with the cookie */
  async token() {
    if (this.cookie) {
      return undefined;
    }
    const token = this.getToken ? await this.getToken() : this.#token;
    if (!token) {
      throw ChatProblem.local('authentication-required');
    }
    return token;
  }

  /**
   * @param {import('./rest.js').Rest} rest
   * @param {'/accounts' | '/sessions'} path
   * @param {Credentials & { name?: string }} credentials
   * @returns {Promise<SignedIn>}
   */
  async begin(rest, path, { signal, ...credentials }) {
    const body = { ...credentials, tokenDelivery: this.cookie ? 'cookie' : 'body' };
    const signedIn = await rest.call('POST', path, { body, signal, anonymous: true });
    this.#token = signedIn.token;
    rest.era++;
    return signedIn;
  }

  /** @param {import('./rest.js').Rest} rest @param {AbortSignal} [signal] */
  async end(rest, signal) {
    try {
      await rest.call('DELETE', '/sessions/current', { signal });
    } catch (problem) {
      if (!(/** @type {ChatProblem} */ (problem).sessionOver)) {
        throw problem;
      }
    }
    this.#token = undefined;
  }
}
