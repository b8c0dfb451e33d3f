const PACE_MS = 1000;
const NONE = { readSeq: 0, deliveredSeq: 0 };

/**
 * @typedef {{ readSeq: number, deliveredSeq: number }} Marks
 * @typedef {{ want: Marks, sent: Marks, notBefore: number, later: import('./platform.js').Timer }} State
 */

/** Reports how far this person has read and received: each mark once, and at most once a second per conversation. */
export class Receipts {
  #parts;
  /** @type {Map<string, State>} */
  #states = new Map();

  /**
   * @param {import('./signals.js').SignalParts & { rest: import('./rest.js').Rest }} parts
   */
  constructor(parts) {
    this.#parts = parts;
  }

  /** @param {string} id @param {Partial<Marks>} marks */
  mark(id, { readSeq = 0, deliveredSeq = 0 }) {
    const state = this.#state(id);
    const { want } = state;
    state.want = { readSeq: Math.max(want.readSeq, readSeq), deliveredSeq: Math.max(want.deliveredSeq, deliveredSeq, readSeq) };
    this.#report(id, state);
  }

  /** What the server holds; after a crash it may be less than what was reported. @param {string} id @param {Marks} marks */
  known(id, marks) {
    const state = this.#state(id);
    state.sent = marks;
    this.#report(id, state);
  }

  /** Reports what is due: connected again. */
  flush() {
    this.#states.forEach((state, id) => this.#report(id, state));
  }

  /** Reports the rest on a way that outlives the page. */
  leave() {
    for (const [id, state] of this.#states) {
      if (isDue(state)) {
        state.sent = state.want;
        this.#parts.rest.receipts(id, state.want).catch(() => {});
      }
    }
  }

  clear() {
    this.#states.forEach(state => state.later.stop());
    this.#states.clear();
  }

  /** @param {string} id @param {State} state */
  #report(id, state) {
    const { platform, line } = this.#parts;
    const live = line();
    if (!isDue(state) || !live) {
      return;
    }
    const wait = state.notBefore - platform.now();
    if (wait > 0) {
      state.later.start(() => this.#report(id, state), wait);
      return;
    }
    const { sent: before, want: sent } = state;
    state.sent = sent;
    state.notBefore = platform.now() + PACE_MS;
    live.request('/app/receipts', { conversationId: id, ...sent }).catch(({ transient, retryAfterMs = PACE_MS }) => {
      if (transient && state.sent === sent) {
        state.sent = before;
        state.notBefore = Math.max(state.notBefore, platform.now() + retryAfterMs);
        this.#report(id, state);
      }
    });
  }

  /** @param {string} id */
  #state(id) {
    const state = this.#states.get(id) ?? { want: NONE, sent: NONE, notBefore: 0, later: this.#parts.platform.timer() };
    this.#states.set(id, state);
    return state;
  }
}

/** @param {State} state */
function isDue({ want, sent }) {
  return want.readSeq > sent.readSeq || want.deliveredSeq > sent.deliveredSeq;
}
