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
 *   platform: import('./platform.js').Platform, baseUrl: string, loadStomp: () => Promise<{ Client: any }>, webSocketFactory?: (url: string) => any,
 *   onEvent: (event: import('./types.js').AnyEvent) => void,
 *   rest: import('./rest.js').Rest, poll: (waiting: import('./catchup.js').Waiting) => Promise<{ messages: number }>,
 *   catchUp: (wire: Wire) => Promise<any>, onStatus: (status: StatusEvent) => void
 * }} ConnectionParts
 * @typedef {{
 *   userId: string, epoch?: string, open(): Promise<any>, leave(): void, kill(problem?: ChatProblem): void,
 *   request(destination: string, body: object, timeoutMs?: number): Promise<any>,
 *   publish(destination: string, body: unknown): void
 * }} Wire a `Socket`, or what stands in for it
 * @typedef {ConnectionParts & { onClose: (closing: import('./socket.js').Closing) => void }} Line
 */

/** Keeps a connection up, and says in which state it is: the only place that decides whether and when to connect again. */
export class Connection {
  #parts;
  #backoff;
  #next;
  /** @type {Wire | undefined} */
  #wire;
  /** Sockets that could not be opened, one after the other. */
  #failed = 0;
  #wanted = false;
  #liveSince = 0;
  /** When to come back to a server that is about to restart. */
  restartAfterMs = 0;
  /** What this session appears as; a probe says it again. @type {'active' | 'away'} */
  #presence = 'active';
  /** @type {StatusEvent} */
  status = { type: 'status', state: 'idle' };

  /** @param {ConnectionParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#backoff = new Backoff(parts.platform.random);
    this.#next = parts.platform.timer();
  }

  /** Whether there is a connection, caught up or not. */
  get up() {
    return this.#wire !== undefined;
  }

  /** @returns {Wire | undefined} the connection while it is caught up */
  get live() {
    return this.status.state === 'live' ? this.#wire : undefined;
  }

  start() {
    if (!this.#wanted) {
      this.#wanted = true;
      this.#backoff.reset();
      this.#connect();
    }
  }

  /** Stops with a goodbye, and for good where there is a problem. @param {ChatProblem} [problem] */
  stop(problem) {
    if (problem && this.status.state === 'signed-out') {
      return;
    }
    this.#wanted = false;
    this.#next.stop();
    this.#wire?.leave();
    this.#wire = undefined;
    if (!problem) {
      this.#say('idle');
    } else {
      this.#say(problem.sessionOver ? 'signed-out' : 'offline', { problem, final: true });
    }
  }

  /** Does now what would be done later; a connection that is up has to prove that it is alive. */
  wake() {
    const { live } = this;
    if (this.status.state === 'offline' && this.#wanted) {
      this.#connect();
    }
    live?.request('/app/presence', { state: this.#presence }, PROBE_MS).catch(({ status }) => status || live.kill());
  }

  /** The machine has no network any more: whatever is up or under way is over. */
  lost() {
    if (this.status.state !== 'offline') {
      this.#wire?.kill();
    }
  }

  /** Says how this session appears. @param {'active' | 'away'} [state] */
  appear(state = this.#presence) {
    this.#presence = state;
    this.live?.publish('/app/presence', { state: this.#presence });
  }

  async #connect() {
    const before = this.#wire;
    const wire = this.#make(this.#failed < SOCKETS ? Socket : Poll);
    this.#wire = wire;
    before?.kill();
    this.#next.stop();
    this.#say(this.#parts.platform.online() ? 'connecting' : 'offline'); // the machine may be wrong, so it is tried all the same
    await wire.open().catch(cause => wire.kill(ChatProblem.of(cause)));
    await this.#use(wire);
  }

  /** @param {typeof Socket | typeof Poll} Kind @returns {Wire} */
  #make(Kind) {
    /** @type {Wire} */
    const wire = new Kind({ ...this.#parts, onClose: closing => this.#wire === wire && this.#closed(closing) });
    return wire;
  }

  /** @param {Wire} wire open, if it is still the one */
  async #use(wire) {
    const { platform, catchUp } = this.#parts;
    const backoff = new Backoff(platform.random);
    const current = () => this.#wire === wire;
    if (!current()) {
      return;
    }
    this.#failed = 0;
    this.#say('catching-up');
    let problem;
    do {
      problem = await catchUp(wire).catch(cause => cause);
      await (problem && platform.pause(backoff.next(problem.retryAfterMs)));
    } while (problem && current());
    if (current()) {
      this.#liveSince = platform.now();
      if (wire instanceof Poll) {
        wire.start();
        this.#improve(wire);
      }
      this.#say('live');
    }
  }

  /** Looks for a socket after a while; the requests go on until there is one. @param {Wire} poll */
  #improve(poll) {
    this.#next.start(async () => {
      const wire = this.#make(Socket);
      const problem = await wire.open().catch(cause => cause);
      if (problem || this.#wire !== poll) {
        wire.kill();
        this.#wire === poll && this.#improve(poll);
      } else {
        poll.leave();
        this.#wire = wire;
        this.#use(wire);
      }
    }, AGAIN_MS);
  }

  /** @param {import('./socket.js').Closing} closing */
  #closed({ code, problem }) {
    this.#wire = undefined;
    const end = code === 4401 || problem?.sessionOver ? 'session-expired' : code === 4400 && 'malformed-frame';
    if (end) {
      this.stop(problem ?? ChatProblem.local(end));
      return;
    }
    const { platform } = this.#parts;
    const now = platform.now();
    if (this.status.state === 'connecting') {
      this.#failed = (this.#failed + 1) % (SOCKETS + 1);
    }
    if (this.status.state === 'live' && now - this.#liveSince > STEADY_MS) {
      this.#backoff.reset();
    }
    const restarting = this.restartAfterMs > 0 || code === 1001 || code === 1012;
    const wait = this.#backoff.next(Math.max(this.restartAfterMs, problem?.retryAfterMs ?? 0));
    this.restartAfterMs = 0;
    this.#next.stop();
    this.#next.start(() => this.#connect(), wait);
    this.#say('offline', { retryAt: now + wait, problem, restarting });
  }

  /** @param {import('./types.js').State} state @param {Partial<StatusEvent>} [more] */
  #say(state, more) {
    this.status = { type: 'status', state, ...more };
    this.#parts.onStatus(this.status);
  }
}
