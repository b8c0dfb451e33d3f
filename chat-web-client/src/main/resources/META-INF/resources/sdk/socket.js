import { ChatProblem, parse } from './problem.js';

const EVENTS = '/user/queue/events';
const REPLIES = '/user/queue/replies';
const ANSWER_MS = 10_000;
const CONNECT_MS = 15_000;
const GOODBYE_MS = 2000;

/**
 * @typedef {(problem?: ChatProblem, reply?: any) => void} Settle
 * @typedef {{ code: number, problem?: ChatProblem }} Closing
 */

/** One connection, from CONNECT to its close; it never reconnects. */
export class Socket {
  #parts;
  /** @type {Map<string, Settle>} what waits, by the name its answer has */
  #waiting = new Map();
  #receipts = 0;
  #open = true;
  /** @type {ChatProblem | undefined} */
  #error;
  /** @type {any} */
  #client;
  userId = '';
  /** @type {string | undefined} */
  epoch = undefined;

  /** @param {import('./connection.js').Line} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Resolves when both subscriptions are in force: from now on nothing is pushed past this client. */
  async open() {
    const { baseUrl, webSocketFactory, rest, loadStomp } = this.#parts;
    const url = `${baseUrl.replace(/^http/, 'ws')}/ws`;
    const [connectHeaders, { Client }] = await Promise.all([rest.credentials(), loadStomp()]);
    const connected = this.#answer('open', CONNECT_MS);
    this.#client = new Client({
      brokerURL: url,
      webSocketFactory: webSocketFactory && (() => webSocketFactory(url)),
      connectHeaders,
      heartbeatOutgoing: 25_000, // by an interval, as is the default: a worker is refused under Trusted Types
      reconnectDelay: 0,
      discardWebsocketOnCommFailure: true, // a dead network would hold the close event for a minute
      onConnect: (/** @type {any} */ { headers }) => {
        this.userId = headers['user-name'];
        this.epoch = headers.epoch;
        this.#settle('open');
      },
      onUnhandledReceipt: (/** @type {any} */ { headers }) => this.#settle(headers['receipt-id']),
      onStompError: (/** @type {any} */ { headers, body }) => {
        this.#error = new ChatProblem({ ...parse(body), code: headers.message });
      },
      onWebSocketClose: (/** @type {any} */ event) => this.#closed({ code: event?.code ?? 1006, problem: this.#error }),
    });
    if (this.#open) {
      this.#client.activate();
    }
    await connected;
    await Promise.all([REPLIES, EVENTS].map(destination => this.#subscribe(destination)));
  }

  /**
   * Sends, and waits for the answer: the ack that names the message, or the RECEIPT of what is none.
   *
   * @param {string} destination
   * @param {{ clientMessageId?: string }} body
   * @param {number} [timeoutMs]
   * @returns {Promise<any>} the ack
   */
  request(destination, body, timeoutMs) {
    const { clientMessageId } = body;
    const re = clientMessageId ?? this.#receipt();
    const answer = this.#answer(re, timeoutMs);
    this.publish(destination, body, clientMessageId ? {} : { receipt: re });
    return answer;
  }

  /**
   * Sends, and waits for nothing; what cannot be sent is dropped, since the close of the connection follows.
   *
   * @param {string} destination
   * @param {unknown} body
   * @param {{ receipt?: string }} [headers]
   */
  publish(destination, body, headers) {
    try {
      this.#client.publish({ destination, body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });
    } catch {
      this.kill();
    }
  }

  /** Says goodbye; others see this person offline at once. */
  leave() {
    const { platform } = this.#parts;
    this.#forget();
    const timer = platform.setTimeout(() => this.kill(), GOODBYE_MS);
    this.#client?.deactivate().finally(() => platform.clearTimeout(timer));
  }

  /** Gives the connection up; its close is told at once. @param {ChatProblem} [problem] */
  kill(problem) {
    this.#closed({ code: 1006, problem });
    this.#client?.deactivate({ force: true });
  }

  /** @param {Closing} closing told once */
  #closed(closing) {
    if (this.#open) {
      this.#forget();
      this.#parts.onClose(closing);
    }
  }

  #forget() {
    this.#open = false;
    this.#waiting.forEach(settle => settle(ChatProblem.local('offline'))); // its end says nothing about what was under way
  }

  /** @param {string} destination */
  #subscribe(destination) {
    const receipt = this.#receipt();
    const take = (/** @type {{ body: string }} */ frame) => this.#open && this.#take(JSON.parse(frame.body));
    this.#client.subscribe(destination, take, { id: receipt, receipt });
    return this.#answer(receipt);
  }

  #receipt() {
    return `receipt:${++this.#receipts}`; // no clientMessageId holds a colon
  }

  /** @param {string} re @param {number} [timeoutMs] @returns {Promise<any>} */
  #answer(re, timeoutMs = ANSWER_MS) {
    const { platform } = this.#parts;
    return new Promise((resolve, reject) => {
      const timer = platform.setTimeout(() => this.#settle(re, ChatProblem.local('timeout')), timeoutMs);
      this.#waiting.set(re, (problem, reply) => {
        platform.clearTimeout(timer);
        this.#waiting.delete(re);
        problem ? reject(problem) : resolve(reply);
      });
      if (!this.#open) {
        this.#forget();
      }
    });
  }

  /** @param {string} re @param {ChatProblem} [problem] @param {any} [reply] */
  #settle(re, problem, reply) {
    this.#waiting.get(re)?.(problem, reply);
  }

  /** @param {any} told an answer, or else an event */
  #take(told) {
    const { re, problem, retryAfterMs } = told;
    if (re || problem) {
      this.#settle(re, problem && new ChatProblem(problem, retryAfterMs), told);
    } else {
      this.#parts.onEvent(told);
    }
  }
}
