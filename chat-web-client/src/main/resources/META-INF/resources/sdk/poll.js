import { ChatProblem } from './problem.js';
import { conversationPath } from './rest.js';

const WAIT_S = 25;
const PAUSE_MS = 2000;

/**
 * Stands in for a `Socket` where none is to be had: asks for news by requests that the server holds until there are some. Nobody is told
 * who writes or is here.
 */
export class Poll {
  #open = true;
  #ending = new AbortController();
  userId = '';

  /** @param {import('./connection.js').Line} parts */
  constructor(parts) {
    this.parts = parts;
  }

  async open() {
    this.userId = (await this.parts.rest.call('GET', '/me')).id;
  }

  /** Caught up: from now on news are waited for. */
  async start() {
    const { parts } = this;
    try {
      while (this.#open) {
        const { messages } = await parts.poll({ wait: WAIT_S, signal: this.#ending.signal });
        await parts.platform.pause(messages ? 0 : PAUSE_MS * parts.platform.random()); // a server that stops answers at once
      }
    } catch (cause) {
      this.kill(ChatProblem.of(cause));
    }
  }

  /** @param {string} destination @param {any} body @returns {Promise<any>} the ack */
  async request(destination, body) {
    const { conversationId } = body;
    const path = conversationId && conversationPath(conversationId);
    if (destination === '/app/messages.send') {
      return { message: await this.parts.rest.call('POST', `${path ?? ''}/messages`, { body }) };
    }
    if (destination === '/app/receipts') {
      await this.parts.rest.receipts(conversationId, body);
    }
  }

  publish() {}

  leave() {
    this.#open = false;
    this.#ending.abort();
  }

  /** @param {ChatProblem} [problem] */
  kill(problem) {
    const told = this.#open;
    this.leave();
    if (told) {
      this.parts.onClose({ code: 1006, problem });
    }
  }
}
