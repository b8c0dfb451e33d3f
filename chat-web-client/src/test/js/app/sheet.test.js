import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { wakesAt } from '../../../main/resources/META-INF/resources/app/store/reducer.js';
import { createView } from '../../../main/resources/META-INF/resources/app/store/view.js';
import { ALICE, NOON, conversation, created, iso, message, opened, own, play } from './support.js';

const MINUTE = 60_000;
/** @param {any} state */
const chatOf = state => createView()(state).chat;
/** @param {any} item */
const word = item =>
  item.type === 'group' ? item.messages.map(one => one.seq ?? 'p').join('+') : item.type === 'day' ? item.label : item.type;
/** @param {any} state @returns {string[]} one word per item, one number per message */
const outline = state => chatOf(state).items.map(word);
/** @param {number} at */
const sent = at => ({ sentAt: iso(at) });

describe('the sheet', () => {
  test('groups messages of one author within five minutes', () => {
    const state = opened({ lastSeq: 5 }, [
      message(1, sent(NOON)),
      message(2, sent(NOON + 5 * MINUTE - 1)),
      message(3, sent(NOON + 10 * MINUTE - 1)),
      own(4, sent(NOON + 10 * MINUTE)),
      message(5, sent(NOON + 10 * MINUTE)),
    ]);
    assert.deepEqual(outline(state), ['Today', '1+2', '3', '4', '5']);
    const [, pair, single] = chatOf(state).items;
    assert.deepEqual(
      pair.messages.map(one => [one.position, one.showTime]),
      [
        ['first', false],
        ['last', true],
      ],
    );
    assert.equal(single.messages[0].position, 'only');
    assert.equal(pair.person.name, 'Alice');
  });

  test('puts a line before each day of the viewer, and names it anew at midnight', () => {
    const midnight = Date.parse('2026-11-21T23:00:00Z');
    const state = opened({ lastSeq: 3 }, [
      message(1, sent(midnight - 1)),
      message(2, sent(midnight)),
      message(3, sent(midnight - 1)),
    ]);
    assert.deepEqual(outline(state), ['Yesterday', '1', 'Today', '2+3']);
    const wake = wakesAt(state);
    assert.equal(new Date(wake).toISOString(), '2026-11-22T23:00:00.000Z');
    assert.deepEqual(outline(play([{ type: 'tick' }], state, wake)), ['Saturday', '1', 'Yesterday', '2+3']);
  });

  test('freezes the unread divider when the conversation opens', () => {
    const known = play([
      {
        type: 'conversation.state',
        conversation: conversation({ lastSeq: 4, unreadCount: 2, me: { readSeq: 1, deliveredSeq: 4, version: 1 } }),
      },
    ]);
    const state = play(
      [
        { type: 'opened', id: 'c_1' },
        {
          type: 'history.came',
          conversationId: 'c_1',
          stretch: 'newest',
          page: { items: [message(1), own(2), message(3), message(4)], hasBefore: false },
        },
      ],
      known,
    );
    assert.deepEqual(outline(state), ['Today', '1', '2', 'unread', '3+4']);
    const later = play([{ type: 'read.moved', conversationId: 'c_1', seq: 4 }, created(message(5))], state);
    assert.deepEqual(outline(later), ['Today', '1', '2', 'unread', '3+4+5']);
    assert.equal(chatOf(later).items[3].label, '2 new');
    const again = play(
      [{ type: 'read.moved', conversationId: 'c_1', seq: 5 }, { type: 'closed' }, { type: 'opened', id: 'c_1' }],
      later,
    );
    assert.ok(!outline(again).includes('unread'));
  });

  test('draws no divider before the messages around it are loaded', () => {
    const marks = { lastSeq: 118, rev: 118, unreadCount: 100, me: { readSeq: 10, deliveredSeq: 118, version: 1 } };
    const page = (first, count) => Array.from({ length: count }, (_, i) => message(first + i, sent(NOON)));
    const state = opened(marks, page(69, 50));
    assert.ok(!outline(state).includes('unread'));
    const older = play(
      [{ type: 'history.came', conversationId: 'c_1', stretch: 'older', page: { items: page(9, 60), hasBefore: true } }],
      state,
    );
    assert.deepEqual(outline(older).slice(0, 3), ['Today', '9+10', 'unread']);
    assert.equal(chatOf(older).items[2].label, '99+ new');
  });

  test('keeps pending messages at the end in send order, and their rows when they are stored', () => {
    const entry = (id, at, state = 'pending') => ({
      type: 'outbox.changed',
      entry: { clientMessageId: id, conversationId: 'c_1', text: id, at, state },
    });
    const state = play(
      [entry('b', NOON + 2), entry('a', NOON + 1), created(message(2, sent(NOON)))],
      opened({ lastSeq: 1 }, [message(1, sent(NOON))]),
    );
    assert.deepEqual(outline(state), ['Today', '1+2', 'p+p']);
    const before = chatOf(state).items[2].messages;
    assert.deepEqual(
      before.map(one => [one.text, one.seal, one.showSeal]),
      [
        ['a', 'pending', false],
        ['b', 'pending', true],
      ],
    );
    const stored = own(3, { clientMessageId: 'a', text: 'a', ...sent(NOON + 1) });
    const after = chatOf(
      play(
        [
          created(stored),
          {
            type: 'outbox.changed',
            entry: { clientMessageId: 'a', conversationId: 'c_1', text: 'a', at: NOON, state: 'sent', message: stored },
          },
        ],
        state,
      ),
    );
    assert.deepEqual(
      after.items[2].messages.map(one => [one.key, one.seal]),
      [
        ['m-a', 'sent'],
        ['m-b', 'pending'],
      ],
    );
    assert.equal(before[0].key, 'm-a');
  });

  test('shows a hole where numbers are missing', () => {
    const state = opened({ lastSeq: 5 }, [message(1), message(2), message(5)]);
    assert.deepEqual(outline(state), ['Today', '1+2', 'gap', '5']);
    assert.deepEqual(chatOf(state).items[2], { type: 'gap', key: 'gap-5', beforeSeq: 5, status: 'error' });
    const loading = play([{ type: 'history.asked', conversationId: 'c_1', stretch: 5 }], state);
    assert.equal(chatOf(loading).items[2].status, 'loading');
  });

  test('draws the seal on the last bubble of equal state, and the word under the last own message', () => {
    const receipts = { readSeq: 1, readAt: iso(NOON + 5 * MINUTE), deliveredSeq: 2, deliveredAt: iso(NOON) };
    const state = opened(
      { lastSeq: 4, peerReceipts: receipts },
      [1, 2, 3, 4].map(seq => own(seq, sent(NOON + seq))),
    );
    const views = chatOf(state).items[1].messages;
    assert.deepEqual(
      views.map(one => one.seal),
      ['read', 'delivered', 'sent', 'sent'],
    );
    assert.deepEqual(
      views.map(one => one.showSeal),
      [true, true, false, true],
    );
    assert.deepEqual(
      views.map(one => one.sealWord),
      ['Read 13:05', 'Delivered', 'Sent', 'Sent'],
    );
    assert.deepEqual(
      views.map(one => one.showSealWord),
      [false, false, false, true],
    );
    assert.equal(views[0].label, 'You: text 1, 13:00, Read 13:05');
  });

  test('tells why a message failed and what can be done', () => {
    const failed = code => ({
      type: 'outbox.changed',
      entry: { clientMessageId: 'k', conversationId: 'c_1', text: 'a', at: NOON, state: 'failed', problem: { code } },
    });
    const view = code => chatOf(play([failed(code)], opened({}, []))).items[1].messages[0];
    assert.deepEqual(view('cannot-message-user').failure, { reason: 'You cannot write to this person now.', canRetry: true });
    assert.equal(view('payload-too-large').failure.canRetry, false);
    assert.equal(view('never-heard-of').failure.reason, 'Something went wrong. Try again.');
    assert.equal(view('not-found').sealWord, 'Not sent');
  });

  test('shows tombstones, edits and unknown kinds', () => {
    const state = opened({ lastSeq: 3 }, [
      own(1, { deletedAt: iso(NOON), text: undefined }),
      own(2, { editedAt: iso(NOON) }),
      own(3, { kind: 'sticker', text: undefined }),
    ]);
    const views = chatOf(state).items[1].messages;
    assert.deepEqual(
      views.map(one => [one.kind, one.seal]),
      [
        ['deleted', null],
        ['text', 'sent'],
        ['unsupported', 'sent'],
      ],
    );
    assert.equal(views[0].text, 'Message deleted');
    assert.ok(views[1].edited);
  });

  test('keeps the identity of what did not change', () => {
    const view = createView();
    const state = opened({ lastSeq: 3 }, [message(1), own(2, sent(NOON)), message(3, sent(NOON))]);
    const before = view(state);
    assert.equal(view(play([{ type: 'tick' }], state, NOON + 1000)), before);
    const grown = play([created(message(4, sent(NOON)))], state);
    const after = view(grown);
    assert.notEqual(after.chat, before.chat);
    assert.equal(after.chat.items[1], before.chat.items[1]);
    assert.equal(after.chat.items[3].messages[0] === before.chat.items[3].messages[0], false, 'no longer alone in its group');
    assert.equal(after.chat.person, before.chat.person);
    assert.equal(after.chat.composer, before.chat.composer);
    const typing = view(play([{ type: 'typing', conversationId: 'c_1', userId: ALICE.id, active: true }], grown));
    assert.equal(typing.chat.items, after.chat.items);
    assert.notEqual(typing.chat.typing, after.chat.typing);
  });

  test('is made of 2,000 messages within a frame or two', () => {
    const messages = Array.from({ length: 2000 }, (_, i) => (i % 3 ? message(i + 1) : own(i + 1)));
    const view = createView();
    let state = opened({ lastSeq: 2000 }, messages);
    view(state);
    const times = [1, 2, 3, 4, 5].map(i => {
      state = play([created(message(2000 + i))], state);
      const began = performance.now();
      view(state);
      return performance.now() - began;
    });
    assert.ok(Math.min(...times) < 50, `${times}`);
  });
});
