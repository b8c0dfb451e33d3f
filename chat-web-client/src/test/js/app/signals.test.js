import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  advance,
  advancesAt,
  attentionChanged,
  nothingSeen,
  rowChanged,
} from '../../../main/resources/META-INF/resources/app/store/seen.js';
import { createStore, frames } from '../../../main/resources/META-INF/resources/app/store/store.js';
import { stripView } from '../../../main/resources/META-INF/resources/app/store/strip-view.js';
import { wakesAt } from '../../../main/resources/META-INF/resources/app/store/reducer.js';
import { NOON, conversation, created, message, opened, play, random, signedIn } from './support.js';

describe('what was read', () => {
  test('is what was visible for 700 ms', () => {
    const seen = rowChanged(rowChanged(nothingSeen(true), 4, true, 0), 5, true, 100);
    assert.equal(advancesAt(seen), 700);
    assert.equal(advance(seen, 699).mark, 0);
    assert.equal(advance(seen, 700).mark, 4);
    assert.equal(advancesAt(advance(seen, 700)), 800);
    assert.equal(advance(seen, 800).mark, 5);
    assert.equal(advancesAt(advance(seen, 800)), null);
  });

  test('begins anew when a row was away', () => {
    const back = rowChanged(rowChanged(rowChanged(nothingSeen(true), 4, true, 0), 4, false, 600), 4, true, 650);
    assert.equal(advance(back, 1349).mark, 0);
    assert.equal(advance(back, 1350).mark, 4);
  });

  test('is nothing on a page that is hidden or without focus', () => {
    const hidden = rowChanged(nothingSeen(false), 4, true, 0);
    assert.equal(advance(hidden, 1e9).mark, 0);
    assert.equal(advancesAt(hidden), null);
    const looked = attentionChanged(hidden, true, 1e9);
    assert.equal(advance(looked, 1e9 + 699).mark, 0);
    assert.equal(advance(looked, 1e9 + 700).mark, 4);
  });

  test('keeps what was seen before attention went', () => {
    const gone = attentionChanged(rowChanged(nothingSeen(true), 4, true, 0), false, 700);
    assert.equal(gone.mark, 4);
    assert.equal(attentionChanged(rowChanged(nothingSeen(true), 4, true, 0), false, 699).mark, 0);
  });

  test('never goes back', () => {
    const next = random(8);
    let seen = nothingSeen(true);
    let now = 0;
    for (let i = 0; i < 5000; i++) {
      now += Math.floor(next() * 500);
      const before = seen.mark;
      seen =
        next() < 0.8
          ? rowChanged(seen, 1 + Math.floor(next() * 30), next() < 0.5, now)
          : next() < 0.5
            ? attentionChanged(seen, next() < 0.5, now)
            : advance(seen, now);
      assert.ok(seen.mark >= before);
    }
  });
});

describe('the strip', () => {
  const status = (state, more = {}) => ({ type: 'status', state, ...more });
  const text = state => stripView(state)?.text ?? null;
  const troubled = (events, state = signedIn()) => play([{ type: 'tick' }], play(events, state), NOON + 1500);

  test('is silent about trouble that is over within 1.5 s', () => {
    const state = play([status('live'), status('offline', { retryAt: NOON + 9000 })]);
    assert.equal(text(state), null);
    assert.equal(wakesAt(state), NOON + 1500);
    assert.equal(text(play([{ type: 'tick' }], state, NOON + 1499)), null);
    assert.equal(text(play([{ type: 'tick' }], state, NOON + 1500)), 'Reconnecting in 8 s.');
    const quick = play([status('connecting'), status('live')], state, NOON + 1400);
    assert.equal(text(quick), null);
  });

  test('counts the seconds down', () => {
    let state = troubled([status('offline', { retryAt: NOON + 3700 })]);
    const told = [];
    for (let i = 0; i < 3; i++) {
      told.push(text(state));
      state = play([{ type: 'tick' }], state, wakesAt(state));
    }
    assert.deepEqual(told, ['Reconnecting in 3 s.', 'Reconnecting in 2 s.', 'Reconnecting in 1 s.']);
    assert.equal(stripView(troubled([status('offline', { retryAt: NOON + 3700 })])).intent, 'retryNow');
  });

  test('says one thing to screen readers however often it tries', () => {
    const attempts = [1, 2, 3].flatMap(i => [
      { ...status('offline', { retryAt: NOON + i * 9000 + 4000 }), now: NOON + i * 9000 },
      { type: 'tick', now: NOON + i * 9000 + 1000 },
      { type: 'tick', now: NOON + i * 9000 + 4000 },
      { ...status('connecting'), now: NOON + i * 9000 + 4001 },
    ]);
    let state = troubled([status('connecting')]);
    const said = new Set();
    for (const event of attempts) {
      state = play([event], state);
      said.add(stripView(state)?.spoken);
    }
    assert.deepEqual([...said], ['Not connected. Trying again.']);
  });

  test('names the state', () => {
    assert.equal(text(troubled([status('connecting')])), 'Connecting...');
    assert.equal(text(troubled([status('catching-up')])), 'Catching up...');
    assert.equal(
      text(troubled([status('offline', { restarting: true }), status('connecting')])),
      'The server is restarting, back in a moment',
    );
    assert.equal(
      text(troubled([status('offline', { restarting: true }), status('connecting'), status('offline', {})])),
      'Offline. Messages you write will go out when you are back.',
    );
    assert.equal(text(troubled([status('offline', { final: true })])), 'The connection was refused. Reload the page.');
  });

  test('counts what waits while offline', () => {
    const offline = play([{ type: 'page.changed', page: { online: false } }], opened({}, []));
    const pending = (id, state = 'pending') => ({
      type: 'outbox.changed',
      entry: { clientMessageId: id, conversationId: 'c_1', text: id, at: NOON, state },
    });
    const one = troubled([status('offline', { retryAt: NOON + 9000 }), pending('a'), pending('f', 'failed')], offline);
    assert.equal(text(one), 'Offline. 1 message is waiting and will go out when you are back.');
    assert.equal(
      text(play([pending('b')], one, NOON + 1500)),
      'Offline. 2 messages are waiting and will go out when you are back.',
    );
    assert.equal(stripView(one).short, 'Offline, 1 waiting');
    assert.equal(stripView(one).spoken, 'Offline. Messages you write will go out when you are back.', 'not each of them');
  });

  test('says up to date for 1.2 s after trouble that was told', () => {
    const late = NOON + 5000;
    const back = play(
      [status('catching-up'), { type: 'caught-up', messages: 12, conversations: 2 }, status('live')],
      troubled([status('offline')]),
      late,
    );
    assert.equal(text(back), 'Up to date, 12 new in 2 conversations');
    assert.equal(wakesAt(back), late + 1200);
    assert.equal(text(play([{ type: 'tick' }], back, late + 1200)), null);
    assert.equal(text(play([status('live')], troubled([status('offline')]), late)), 'Up to date');
  });
});

describe('announcements', () => {
  const heard = seq => created(message(seq));
  const texts = state => state.announcements.map(one => one.text);

  test('read out messages of others, once', () => {
    const state = play([heard(1), heard(1), { ...heard(2), caughtUp: true }], opened({}, []));
    assert.deepEqual(texts(state), ['Alice: text 1']);
    const muted = play([
      { type: 'conversation.state', conversation: conversation({ me: { readSeq: 0, deliveredSeq: 0, version: 1, muted: true } }) },
    ]);
    assert.deepEqual(texts(play([heard(1)], muted)), []);
  });

  test('read out the first message of a stranger, whose conversation is told before it', () => {
    const state = play([
      { type: 'conversation.state', conversation: conversation({ lastSeq: 1, rev: 1, lastMessage: message(1) }) },
      heard(1),
    ]);
    assert.deepEqual(texts(state), ['Alice: text 1']);
  });

  test('gather bursts', () => {
    const state = play([1, 2, 3, 4, 5, 6, 7, 8].map(heard), opened({}, []));
    assert.deepEqual(texts(state), ['Alice: text 1', 'Alice: text 2', 'Alice: text 3']);
    assert.equal(wakesAt(state), NOON + 2000);
    const told = play([{ type: 'tick' }], state, NOON + 2000);
    assert.equal(texts(told).at(-1), '5 new messages from Alice');
    assert.equal(texts(play([heard(9)], told, NOON + 2001)).at(-1), 'Alice: text 9');
  });

  test('are urgent when a message failed', () => {
    const failed = {
      type: 'outbox.changed',
      entry: {
        clientMessageId: 'k',
        conversationId: 'c_1',
        text: 'hello',
        at: NOON,
        state: 'failed',
        problem: { code: 'not-found' },
      },
    };
    const state = play([failed, failed], opened({}, []));
    assert.deepEqual(
      state.announcements.map(({ text, urgent }) => [text, urgent]),
      [['Not sent: hello', true]],
    );
  });
});

describe('the store', () => {
  test('wakes its listeners once per frame', () => {
    /** @type {Array<() => void>} */
    const due = [];
    const store = createStore(
      (state, action) => (action.type === 'add' ? state + 1 : state),
      /** @type {any} */ (0),
      render => due.push(render),
    );
    const told = [];
    const end = store.subscribe(state => told.push(state));
    store.dispatch({ type: 'add' });
    store.dispatch({ type: 'add' });
    store.dispatch({ type: 'nothing' });
    assert.deepEqual([store.get(), told.length, due.length], [2, 0, 1]);
    due.shift()();
    assert.deepEqual(told, [2]);
    store.dispatch({ type: 'nothing' });
    assert.equal(due.length, 0);
    end();
    store.dispatch({ type: 'add' });
    due.shift()();
    assert.deepEqual(told, [2]);
  });

  test('renders in the next frame, and without one on a page that is hidden or goes hidden', async () => {
    const page = /** @type {any} */ (globalThis);
    /** @type {Map<number, () => void>} */
    const waiting = new Map();
    page.requestAnimationFrame = (/** @type {() => void} */ run) => waiting.set(waiting.size + 1, run).size;
    page.cancelAnimationFrame = (/** @type {number} */ id) => waiting.delete(id);
    for (const visibilityState of ['visible', 'hidden']) {
      await new Promise(rendered => frames(/** @type {any} */ ({ visibilityState }))(() => rendered(undefined)));
      assert.equal(waiting.size, 0);
    }
    let renders = 0;
    frames(/** @type {any} */ ({ visibilityState: 'visible' }))(() => renders++);
    waiting.get(1)?.();
    assert.equal(renders, 1);
  });
});
