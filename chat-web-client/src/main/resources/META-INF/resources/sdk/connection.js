import { Backoff } from './backoff.js';
import { Poll } from './poll.js';
import { ChatProblem } from './problem.js';
import { Socket } from './socket.js';

const STEADY_MS = 10_000;
const PROBE_MS = 5000;
const SOCKETS = 2; // so many in vain, then requests are tried instead
const AGAIN_MS = 15_000;

/**
 * @typedef {import('./types.js').StatusEvent} StatusEvent
 * @typedef {{
 *   platform: import('./platform.js').Platform, url: string, loadClient: () => Promise<any>, webSocketFactory?: (url: string) => any,
 *   getToken: () => Promise<string | undefined>, onEvent: (event: import('./types.js').AnyEvent) => void,
 *   rest: import('./rest.js').Rest, poll: (waiting: import('./catchup.js').Waiting) => Promise<{ messages: number }>,
 *   catchUp: (wire: Wire) => Promise<void>, onStatus: (status: StatusEvent) => void
 * }} ConnectionParts
 * @typedef {{
 *   userId: string, epoch?: string, open(): Promise<void>, leave(): void, kill(problem?: ChatProblem): void,
 *   request(destination: string, body: unknown, options?: { re?: string, timeoutMs?: number }): Promise<any>,
 *   publish(destination: string, body: unknown): void
 * }} Wire a `Socket`, or what stands in for it
 * @typedef {ConnectionParts & { Client: any, token?: string, onClose: (closing: import('./socket.js').Closing) => void }} Line
 */

/** Keeps a connection up, and says in which state it is: the only place that decides whether and when to connect again. */
export class Connection {
  /** @type {Wire | undefined} */
  #socket;
  /** Sockets that could not be opened, one after the other. */
  #failed = 0;
  #wanted = false;
  #liveSince = 0;
  #restartAfterMs = 0;
  #attempt = 0;
  /** What this session appears as; a probe says it again. @type {'active' | 'away'} */
  presence = 'active';
  /** @type {StatusEvent} */
  #status = { type: 'status', state: 'idle' };

  /** @param {ConnectionParts} parts */
  constructor(parts) {
    this.parts = parts;
    this.backoff = new Backoff(parts.platform.random);
    this.next = parts.platform.timer();
  }

  get status() {
    return this.#status;
  }

  /** Whether there is a connection, caught up or not. */
  get up() {
    return this.#socket !== undefined;
  }

  /** @returns {Wire | undefined} the connection while it is caught up */
  get live() {
    return this.#status.state === 'live' ? this.#socket : undefined;
  }

  start() {
    if (!this.#wanted) {
      this.#wanted = true;
      this.backoff.reset();
      this.#connect();
    }
  }

  /** Stops with a goodbye, and for good where there is a problem. @param {ChatProblem} [problem] */
  stop(problem) {
    if (problem && this.#status.state === 'signed-out') {
      return;
    }
    this.#wanted = false;
    this.#attempt++;
    this.next.stop();
    this.#socket?.leave();
    this.#socket = undefined;
    if (!problem) {
      this.#say('idle');
    } else {
      this.#say(problem.sessionOver ? 'signed-out' : 'offline', { problem, final: true });
    }
  }

  /** Does now what would be done later; a connection that is up has to prove that it is alive. */
  wake() {
    const socket = this.#socket;
    if (this.#status.state === 'offline' && this.#wanted) {
      this.#connect();
    } else if (this.#status.state === 'live' && socket) {
      socket.request('/app/presence', { state: this.presence }, { timeoutMs: PROBE_MS }).catch(problem => {
        if (problem.status === 0) {
          socket.kill();
        }
      });
    }
  }

  /** The machine has no network any more: whatever is up or under way is over. */
  lost() {
    if (this.#wanted && this.#status.state !== 'offline') {
      this.#drop();
      this.#closed({ code: 1006 });
    }
  }

  /** Says how this session appears. */
  appear() {
    this.live?.publish('/app/presence', { state: this.presence });
  }

  /** The server is about to restart. @param {number} afterMs when to come back */
  restarting(afterMs) {
    this.#restartAfterMs = afterMs;
  }

  async #connect() {
    this.#drop();
    const attempt = this.#attempt;
    this.next.stop();
    this.#say(this.parts.platform.online() ? 'connecting' : 'offline'); // the machine may be wrong, so it is tried all the same
    try {
      const wire = await this.#make(this.#failed < SOCKETS);
      if (attempt === this.#attempt) {
        this.#socket = wire;
        await wire.open().catch(problem => wire.kill(problem));
        await this.#use(attempt, wire);
      }
    } catch (cause) {
      if (attempt === this.#attempt) {
        this.#closed({ code: 1006, problem: ChatProblem.of(cause) });
      }
    }
  }

  /** @param {boolean} socket or else requests @returns {Promise<Wire>} */
  async #make(socket) {
    const { loadClient, getToken } = this.parts;
    const [token, Client] = await Promise.all([getToken(), socket && loadClient()]);
    const onClose = (/** @type {import('./socket.js').Closing} */ closing) => this.#socket === wire && this.#closed(closing);
    /** @type {Wire} */
    const wire = new (socket ? Socket : Poll)({ ...this.parts, Client, token, onClose });
    return wire;
  }

  /** @param {number} attempt @param {Wire} wire */
  async #use(attempt, wire) {
    if (attempt === this.#attempt) {
      this.#failed = 0;
      await this.#catchUp(attempt, wire);
    }
    if (attempt === this.#attempt && wire instanceof Poll) {
      wire.start();
      this.next.start(() => void this.#improve(attempt), AGAIN_MS);
    }
  }

  /** Looks for a socket again; the requests go on until there is one. @param {number} attempt */
  async #improve(attempt) {
    const wire = await this.#make(true).catch(() => undefined);
    const opened = await wire?.open().then(
      () => true,
      () => wire.kill(),
    );
    if (attempt !== this.#attempt) {
      wire?.kill();
    } else if (wire && opened) {
      this.#socket?.leave();
      this.#socket = wire;
      await this.#use(attempt, wire);
    } else {
      this.next.start(() => void this.#improve(attempt), AGAIN_MS);
    }
  }

  /** What is under way counts no more. */
  #drop() {
    const socket = this.#socket;
    this.#attempt++;
    this.#socket = undefined;
    socket?.kill();
  }

  /** @param {number} attempt @param {Wire} wire */
  async #catchUp(attempt, wire) {
    const backoff = new Backoff(this.parts.platform.random);
    this.#say('catching-up');
    for (;;) {
      try {
        await this.parts.catchUp(wire);
        break;
      } catch (cause) {
        await this.parts.platform.pause(backoff.next(ChatProblem.of(cause).retryAfterMs));
      }
      if (attempt !== this.#attempt) {
        return;
      }
    }
    if (attempt === this.#attempt) {
      this.#liveSince = this.parts.platform.now();
      this.#say('live');
    }
  }

  /** @param {import('./socket.js').Closing} closing */
  #closed({ code, problem }) {
    this.#socket = undefined;
    const end = code === 4401 || problem?.sessionOver ? 'session-expired' : code === 4400 && 'malformed-frame';
    if (end) {
      this.stop(problem ?? ChatProblem.local(end));
      return;
    }
    const { platform } = this.parts;
    const now = platform.now();
    if (this.#status.state === 'connecting') {
      this.#failed = this.#failed < SOCKETS ? this.#failed + 1 : 0;
    }
    if (this.#status.state === 'live' && now - this.#liveSince > STEADY_MS) {
      this.backoff.reset();
    }
    const restarting = this.#restartAfterMs > 0 || code === 1001 || code === 1012;
    const wait = this.backoff.next(Math.max(this.#restartAfterMs, problem?.retryAfterMs ?? 0));
    this.#restartAfterMs = 0;
    this.#attempt++;
    this.next.stop();
    this.next.start(() => void this.#connect(), wait);
    this.#say('offline', { retryAt: now + wait, problem, restarting });
  }

  /** @param {import('./types.js').State} state @param {Partial<StatusEvent>} [more] */
  #say(state, more) {
    this.#status = { type: 'status', state, ...more };
    this.parts.onStatus(this.#status);
  }
}
