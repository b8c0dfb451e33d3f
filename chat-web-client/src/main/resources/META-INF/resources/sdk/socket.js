import { ChatProblem, parse } from './problem.js';

const EVENTS = '/user/queue/events';
const REPLIES = '/user/queue/replies';
const ANSWER_MS = 10_000;
const CONNECT_MS = 15_000;
const GOODBYE_MS = 2000;

/**
 * @typedef {{ resolve: (reply: any) => void, reject: (problem: ChatProblem) => void, timer: any }} Waiting
 * @typedef {{ code: number, problem?: ChatProblem }} Closing
 */

/** One connection, from CONNECT to its close; it never reconnects. */
export class Socket {
  /** @type {Map<string, Waiting>} */
  #waiting = new Map();
  #receipts = 0;
  #open = true;
  /** @type {ChatProblem | undefined} */
  #error;

  /** @param {import('./connection.js').Line} parts */
  constructor(parts) {
    const { url, Client, webSocketFactory, token } = parts;
    this.parts = parts;
    this.userId = '';
    /** @type {string | undefined} */
    this.epoch = undefined;
    this.client = new Client({
      ...(webSocketFactory ? { webSocketFactory: () => webSocketFactory(url) } : { brokerURL: url }),
      connectHeaders: token ? { Authorization: `Bearer ${token}` } : {},
      heartbeatOutgoing: 25_000, // by an interval, as is the default: a worker is refused under Trusted Types
      reconnectDelay: 0,
      discardWebsocketOnCommFailure: true, // a dead network would hold the close event for a minute
      onStompError: (/** @type {any} */ { headers, body }) => {
        this.#error = new ChatProblem({ ...parse(body), code: headers.message });
      },
      onWebSocketClose: (/** @type {any} */ event) => this.#closed(event?.code ?? 1006),
    });
  }

  /** Resolves when both subscriptions are in force: from now on nothing is pushed past this client. */
  async open() {
    const connected = this.#answer('open', CONNECT_MS);
    this.client.onConnect = (/** @type {any} */ { headers }) => {
      this.userId = headers['user-name'];
      this.epoch = headers.epoch;
      this.#take('open')?.resolve(undefined);
    };
    this.client.activate();
    await connected;
    await Promise.all([
      this.#subscribe(REPLIES, reply => this.#replied(reply)),
      this.#subscribe(EVENTS, event => this.parts.onEvent(event)),
    ]);
  }

  /**
   * Sends, and waits for the answer: the ack that names `re`, or without it the RECEIPT.
   *
   * @param {string} destination
   * @param {unknown} body
   * @param {{ re?: string, timeoutMs?: number }} [options]
   * @returns {Promise<any>} the ack
   */
  request(destination, body, { re, timeoutMs = ANSWER_MS } = {}) {
    const receipt = re ? undefined : this.#receipt();
    const answer = this.#answer(re ?? receipt, timeoutMs);
    this.publish(destination, body, receipt);
    return answer;
  }

  /**
   * Sends, and waits for nothing; what cannot be sent is dropped, since the close of the connection follows.
   *
   * @param {string} destination
   * @param {unknown} body
   * @param {string} [receipt]
   */
  publish(destination, body, receipt) {
    try {
      this.#watch(receipt);
      const headers = { 'content-type': 'application/json', ...(receipt && { receipt }) };
      this.client.publish({ destination, body: JSON.stringify(body), headers });
    } catch {
      this.kill();
    }
  }

  /** Says goodbye; others see this person offline at once. */
  leave() {
    this.#forget();
    const timer = this.parts.platform.setTimeout(() => this.client.deactivate({ force: true }), GOODBYE_MS);
    this.client.deactivate().finally(() => this.parts.platform.clearTimeout(timer));
  }

  /** Gives the connection up; its close is told at once. @param {ChatProblem} [problem] */
  kill(problem) {
    const told = this.#open;
    this.#forget();
    this.client.deactivate({ force: true });
    if (told) {
      this.parts.onClose({ code: 1006, problem });
    }
  }

  #forget() {
    this.#open = false;
    for (const waiting of this.#waiting.values()) {
      this.parts.platform.clearTimeout(waiting.timer);
      waiting.reject(ChatProblem.local('offline')); // whatever ended the connection says nothing about what was under way
    }
    this.#waiting.clear();
  }

  /** @param {number} code */
  #closed(code) {
    if (this.#open) {
      this.#forget();
      this.parts.onClose({ code, problem: this.#error });
    }
  }

  /** @param {string} destination @param {(body: any) => void} handler */
  #subscribe(destination, handler) {
    const receipt = this.#receipt();
    const answer = this.#answer(receipt, ANSWER_MS);
    const take = (/** @type {{ body: string }} */ frame) => this.#open && handler(JSON.parse(frame.body));
    this.#watch(receipt);
    this.client.subscribe(destination, take, { id: receipt, receipt });
    return answer;
  }

  #receipt() {
    return `receipt:${++this.#receipts}`; // no clientMessageId holds a colon
  }

  /** @param {string} [receipt] */
  #watch(receipt) {
    if (receipt) {
      this.client.watchForReceipt(receipt, () => this.#take(receipt)?.resolve(undefined));
    }
  }

  /** @param {string | undefined} re @param {number} timeoutMs @returns {Promise<any>} */
  #answer(re = '', timeoutMs) {
    return new Promise((resolve, reject) => {
      const late = () => this.#take(re)?.reject(ChatProblem.local('timeout'));
      this.#waiting.set(re, { resolve, reject, timer: this.parts.platform.setTimeout(late, timeoutMs) });
      if (!this.#open) {
        this.#forget();
      }
    });
  }

  /** @param {string} re */
  #take(re) {
    const waiting = this.#waiting.get(re);
    this.#waiting.delete(re);
    this.parts.platform.clearTimeout(waiting?.timer);
    return waiting;
  }

  /** @param {any} reply */
  #replied(reply) {
    const waiting = this.#take(reply.re);
    if (reply.type === 'ack') {
      waiting?.resolve(reply);
    } else {
      waiting?.reject(new ChatProblem(reply.problem ?? { code: 'unreadable-answer' }, reply.retryAfterMs));
    }
  }
}
