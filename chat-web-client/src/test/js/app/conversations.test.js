import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hasOlder, merge, unread } from '../../../main/resources/META-INF/resources/app/store/conversations.js';
import { sealOf } from '../../../main/resources/META-INF/resources/app/store/seal.js';
import { ALICE, ME, NOON, conversation, created, iso, message, opened, own, play, random, shuffled, signedIn } from './support.js';

const RANK = ['failed', 'pending', 'sent', 'delivered', 'read'];

/** @param {() => number} next a history of ten messages of both, edited, deleted, marked, typed, sent from here */
function story(next) {
  const messages = Array.from({ length: 10 }, (_, i) =>
    next() < 0.5 ? own(i + 1, { rev: 2 * i + 1 }) : message(i + 1, { rev: 2 * i + 1 }),
  );
  const events = messages.map(heard => created(heard, { caughtUp: true }));
  for (const heard of messages) {
    if (next() < 0.3) {
      const changed = { ...heard, rev: heard.rev + 1, text: 'edited', editedAt: iso(NOON) };
      events.push({ type: 'message.updated', conversationId: 'c_1', rev: changed.rev, message: changed });
    }
    if (heard.clientMessageId) {
      const entry = { clientMessageId: heard.clientMessageId, conversationId: 'c_1', text: heard.text, at: NOON + heard.seq };
      events.push({ type: 'outbox.changed', entry: { ...entry, state: 'sent', message: heard } });
    }
  }
  for (let i = 0; i < 6; i++) {
    const readSeq = Math.floor(next() * 11);
    events.push({
      type: 'receipts.updated',
      conversationId: 'c_1',
      userId: next() < 0.7 ? ALICE.id : ME.id,
      readSeq,
      deliveredSeq: Math.max(readSeq, Math.floor(next() * 11)),
    });
  }
  events.push({ type: 'presence.changed', userId: ALICE.id, state: 'online' });
  events.push({
    type: 'conversation.updated',
    conversationId: 'c_1',
    me: { readSeq: 0, deliveredSeq: 0, muted: true, version: 3 },
  });
  return events;
}

/** What matters, without the times of marks. @param {any} state */
const essence = state => {
  const { head, messages } = state.conversations.c_1;
  const { readSeq, deliveredSeq } = head.peerReceipts;
  return {
    messages,
    lastMessage: head.lastMessage,
    lastSeq: head.lastSeq,
    rev: head.rev,
    me: { ...head.me },
    peer: { readSeq, deliveredSeq },
    unread: unread(state.conversations.c_1),
    outbox: state.outbox,
    presence: state.presence,
  };
};

describe('reducers', () => {
  test('come to the same state in any order and with repeats', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const next = random(seed);
      const events = story(next);
      const before = opened({}, []);
      const expected = essence(play(events, before));
      const repeated = [...events, ...events.filter(() => next() < 0.5)];
      assert.deepEqual(essence(play(shuffled(repeated, next), before)), expected, `seed ${seed}`);
    }
  });

  test('change nothing when an event comes again', () => {
    for (let seed = 1; seed <= 60; seed++) {
      let state = opened({}, []);
      for (const event of shuffled(story(random(seed)), random(seed + 1))) {
        state = play([event], state);
        assert.deepEqual(play([event], state), state, `${seed} ${event.type}`);
      }
    }
  });

  test('never let a state of a message step back', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const next = random(seed);
      const pending = { clientMessageId: 'k1', conversationId: 'c_1', text: 'a', at: NOON };
      const stored = own(1);
      const events = shuffled(
        [
          { type: 'outbox.changed', entry: { ...pending, state: 'sent', message: stored } },
          created(stored),
          ...Array.from({ length: 6 }, () => ({
            type: 'receipts.updated',
            conversationId: 'c_1',
            userId: ALICE.id,
            readSeq: Math.floor(next() * 2),
            deliveredSeq: Math.floor(next() * 2),
          })),
          { type: 'conversation.state', conversation: conversation({ lastSeq: 1, rev: 1, lastMessage: stored }) },
          { type: 'outbox.changed', entry: { ...pending, state: 'pending' } },
        ],
        next,
      );
      let state = play([{ type: 'outbox.changed', entry: { ...pending, state: 'pending' } }], opened({}, []));
      let rank = 0;
      for (const event of events) {
        state = play([event], state);
        const held = state.conversations.c_1;
        const shown = held.messages[0] ?? state.outbox[0];
        const now = RANK.indexOf(sealOf(shown, held.head.peerReceipts));
        assert.ok(now >= rank, `seed ${seed}: ${RANK[rank]} to ${RANK[now]} by ${event.type}`);
        rank = now;
      }
    }
  });

  test('leave one row of a message that is sent and heard, in either order', () => {
    const entry = { clientMessageId: 'k1', conversationId: 'c_1', text: 'text 1', at: NOON };
    const pending = play([{ type: 'outbox.changed', entry: { ...entry, state: 'pending' } }], opened({}, []));
    assert.equal(pending.outbox.length, 1);
    for (const events of [
      [created(own(1)), { type: 'outbox.changed', entry: { ...entry, state: 'sent', message: own(1) } }],
      [{ type: 'outbox.changed', entry: { ...entry, state: 'sent', message: own(1) } }, created(own(1))],
    ]) {
      const late = { type: 'outbox.changed', entry: { ...entry, state: 'pending' } };
      const state = play([...events, late], pending);
      assert.deepEqual([state.outbox.length, state.conversations.c_1.messages.length], [0, 1]);
    }
  });

  test('let the higher version of settings win, and the higher marks', () => {
    const me = (version, more) => ({
      type: 'conversation.updated',
      conversationId: 'c_1',
      me: { readSeq: 0, deliveredSeq: 0, version, ...more },
    });
    const state = play([me(3, { muted: true, readSeq: 5 }), me(2, { muted: false })], opened({}, []));
    assert.deepEqual(state.conversations.c_1.head.me, { readSeq: 5, deliveredSeq: 0, muted: true, version: 3 });
  });

  test('ignore what they do not know', () => {
    const state = signedIn();
    assert.equal(play([{ type: 'toString' }, { type: 'poll.created' }], state), state);
    assert.equal(play([{ type: 'conversation.state', conversation: conversation({ kind: 'group' }) }], state), state);
  });
});

describe('history', () => {
  test('merges pages and events by number, the higher rev wins', () => {
    const held = [message(2), message(3, { rev: 9, text: 'new' }), message(5)];
    const merged = merge(held, [message(1), message(3), message(4), message(5, { rev: 6 })]);
    assert.deepEqual(
      merged.map(one => [one.seq, one.rev]),
      [
        [1, 1],
        [2, 2],
        [3, 9],
        [4, 4],
        [5, 6],
      ],
    );
    assert.equal(merge(held, [message(2), message(3)]), held);
  });

  test('does not keep a change of a message that is not loaded', () => {
    const state = opened(
      { lastSeq: 60, rev: 60, lastMessage: message(60) },
      Array.from({ length: 50 }, (_, i) => message(i + 11)),
    );
    const changed = { type: 'message.updated', conversationId: 'c_1', rev: 61, message: message(3, { rev: 61, text: 'x' }) };
    assert.equal(play([changed], state).conversations.c_1.messages.length, 50);
    assert.equal(play([changed], state).conversations.c_1.head.lastMessage.seq, 60);
  });

  test('ends where the server says so, and at number one', () => {
    const held = opened(
      { lastSeq: 60, rev: 60 },
      Array.from({ length: 50 }, (_, i) => message(i + 11)),
    ).conversations.c_1;
    assert.ok(hasOlder(held));
    const state = { ...signedIn(), conversations: { c_1: held } };
    const older = hasBefore =>
      play([{ type: 'history.came', conversationId: 'c_1', stretch: 'older', page: { items: [message(10)], hasBefore } }], state)
        .conversations.c_1;
    assert.ok(hasOlder(older(true)));
    assert.ok(!hasOlder(older(false)));
  });

  test('is forgotten when too much was missed, the rest of the conversation is not', () => {
    const state = play(
      [{ type: 'conversation.reset', conversationId: 'c_1' }],
      opened({ lastSeq: 2, rev: 2 }, [message(1), message(2)]),
    );
    const { messages, loaded, head } = state.conversations.c_1;
    assert.deepEqual([messages.length, loaded, head.lastSeq], [0, false, 2]);
  });
});
