import { initialState } from '../../../main/resources/META-INF/resources/app/store/session.js';
import { reduce } from '../../../main/resources/META-INF/resources/app/store/reducer.js';

/** Sample people, messages and a clock that only tests move. */

export const NOON = Date.parse('2026-11-22T12:00:00Z');
export const ME = { id: 'u_me', name: 'Max', email: 'max@example.org', createdAt: '2026-01-01T00:00:00Z', preferences: {} };
export const ALICE = { id: 'u_alice', name: 'Alice' };

/** mulberry32 @param {number} seed @returns {() => number} 0 to 1, the same for the same seed */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** @template T @param {T[]} items @param {() => number} next @returns {T[]} */
export function shuffled(items, next) {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}

/** @param {number} at @returns {string} */
export const iso = at => new Date(at).toISOString();

/** @param {number} seq @param {object} [more] a message of Alice, one a minute */
export const message = (seq, more = {}) => ({
  conversationId: 'c_1',
  kind: 'text',
  seq,
  rev: seq,
  senderId: ALICE.id,
  text: `text ${seq}`,
  sentAt: iso(NOON - 3_600_000 + seq * 60_000),
  ...more,
});

/** @param {number} seq @param {object} [more] a message of mine */
export const own = (seq, more = {}) => message(seq, { senderId: ME.id, clientMessageId: `k${seq}`, ...more });

/** @param {object} [more] the conversation with Alice, nothing read */
export const conversation = (more = {}) => ({
  id: 'c_1',
  kind: 'direct',
  peer: ALICE,
  lastSeq: 0,
  rev: 0,
  unreadCount: 0,
  me: { readSeq: 0, deliveredSeq: 0, version: 1 },
  peerReceipts: { readSeq: 0, deliveredSeq: 0 },
  canSend: true,
  createdAt: iso(NOON - 7_200_000),
  ...more,
});

/** @param {object} heard */
export const created = (heard, more = {}) => ({
  type: 'message.created',
  conversationId: heard.conversationId,
  rev: heard.rev,
  message: heard,
  ...more,
});

/** The connection is up and caught up. */
export const LIVE = { type: 'status', state: 'live' };

/** @param {object[]} events @param {any} [state] @param {number} [now] */
export const play = (events, state = signedIn(), now = NOON) =>
  events.reduce((held, event) => reduce(held, { now, ...event }), state);

/** @param {object} [more] */
export const start = (more = {}) =>
  initialState({
    now: NOON,
    locale: 'en-GB',
    zone: 'Europe/Berlin',
    settings: { theme: 'system', density: 'cosy' },
    page: { visible: true, focused: true, online: true },
    ...more,
  });

export const signedIn = () => reduce(start(), { type: 'signed-in', me: ME, now: NOON });

/** Signed in, the conversation with Alice known. @param {object} [more] of the conversation @param {object[]} [messages] its newest page */
export function opened(more = {}, messages = undefined) {
  const state = play([{ type: 'conversation.state', conversation: conversation(more) }]);
  return play(
    [
      { type: 'opened', id: 'c_1' },
      ...(messages
        ? [
            {
              type: 'history.came',
              conversationId: 'c_1',
              stretch: 'newest',
              page: { items: messages, hasBefore: (messages[0]?.seq ?? 1) > 1 },
            },
          ]
        : []),
    ],
    state,
  );
}

/** Timers that fire when the test says how late it is. */
export class FakeClock {
  time = NOON;
  #timers = new Map();
  #id = 0;

  now = () => this.time;

  /** @param {() => void} run @param {number} ms */
  setTimeout = (run, ms) => {
    this.#timers.set(++this.#id, { run, at: this.time + ms });
    return this.#id;
  };

  /** @param {number} id */
  clearTimeout = id => void this.#timers.delete(id);

  /** @param {number} ms */
  pass(ms) {
    const end = this.time + ms;
    for (;;) {
      const [id, due] = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
      if (!due) break;
      this.#timers.delete(id);
      this.time = Math.max(this.time, due.at);
      due.run();
    }
    this.time = end;
  }
}
