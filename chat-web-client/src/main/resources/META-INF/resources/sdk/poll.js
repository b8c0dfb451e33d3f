import { ChatProblem } from './problem.js';
import { conversationPath } from './rest.js';

const WAIT_S = 25;
const PAUSE_MS = 2000;

/**
 * Stands in for a `Socket` where none is to be had: asks for news by requests that the server holds until there are some. Nobody is told
 * who writes or is here.
 */
export class Poll {
  #parts;
  #ending = new AbortController();
  userId = '';

  /** @param {import('./connection.js').Line} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  async open() {
    this.userId = (await this.#parts.rest.get('/me')).id;
  }

  /** Caught up: from now on news are waited for. */
  async start() {
    const { poll, platform } = this.#parts;
    const { signal } = this.#ending;
    try {
      while (!signal.aborted) {
        const { messages } = await poll({ wait: WAIT_S, signal });
        await platform.pause(messages ? 0 : PAUSE_MS * platform.random()); // a server that stops answers at once
      }
    } catch (problem) {
      this.kill(/** @type {ChatProblem} */ (problem));
    }
  }

  /** @param {string} destination @param {any} body @returns {Promise<any>} the ack */
  async request(destination, body) {
    const { rest } = this.#parts;
    const { conversationId } = body;
    if (destination === '/app/messages.send') {
      return { message: await rest.call('POST', `${conversationId ? conversationPath(conversationId) : ''}/messages`, { body }) };
    }
    if (destination === '/app/receipts') {
      await rest.receipts(conversationId, body);
    }
  }

  publish() {}

  leave() {
    this.#ending.abort();
  }

  /** @param {ChatProblem} [problem] */
  kill(problem) {
    this.leave();
    this.#parts.onClose({ code: 1006, problem });
  }
}
