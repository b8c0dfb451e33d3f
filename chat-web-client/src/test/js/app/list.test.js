import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createView } from '../../../main/resources/META-INF/resources/app/store/view.js';
import { LIVE, ALICE, ME, NOON, conversation, created, iso, message, own, play } from './support.js';

const MINUTE = 60_000;
/** @param {number} at */
const sent = at => ({ sentAt: iso(at) });

describe('the list', () => {
  const bob = { id: 'u_bob', name: 'Bob' };
  const second = more => ({
    type: 'conversation.state',
    conversation: conversation({ id: 'c_2', peer: bob, createdAt: iso(NOON - MINUTE), ...more }),
  });
  const first = more => ({
    type: 'conversation.state',
    conversation: conversation({ lastSeq: 1, rev: 1, lastMessage: message(1), ...more }),
  });
  const rows = state => createView()(state).list.rows;

  test('has the newest message on top; edits and receipts move nothing', () => {
    const state = play([first(), second()]);
    assert.deepEqual(
      rows(state).map(row => row.id),
      ['c_2', 'c_1'],
    );
    assert.deepEqual(
      rows(play([created(message(2, { ...sent(NOON) }))], state)).map(row => row.id),
      ['c_1', 'c_2'],
    );
    const edited = { type: 'message.updated', conversationId: 'c_1', rev: 9, message: message(1, { rev: 9, editedAt: iso(NOON) }) };
    assert.deepEqual(
      rows(play([edited], state)).map(row => row.id),
      ['c_2', 'c_1'],
    );
    const waiting = {
      type: 'outbox.changed',
      entry: { clientMessageId: 'k', conversationId: 'c_1', text: 'soon', at: NOON, state: 'pending' },
    };
    const [top] = rows(play([waiting], state));
    assert.deepEqual([top.id, top.linePrefix, top.line, top.seal], ['c_1', 'You:', 'soon', 'pending']);
    assert.deepEqual(
      rows(play([second({ me: { readSeq: 0, deliveredSeq: 0, version: 2, archived: true } })], state)).map(row => row.id),
      ['c_1'],
    );
  });

  test('shows typing before a draft before the last message', () => {
    const state = play([first()]);
    const line = next => {
      const [row] = rows(next);
      return `${row.lineKind} ${row.linePrefix} ${row.line}`;
    };
    assert.equal(line(state), 'message  text 1');
    const drafted = play([{ type: 'draft.changed', conversationId: 'c_1', text: 'about\nthat', typed: true }], state);
    assert.equal(line(drafted), 'draft Draft: about that');
    assert.equal(line(play([{ type: 'opened', id: 'c_1' }], drafted)), 'message  text 1');
    assert.equal(
      line(play([{ type: 'typing', conversationId: 'c_1', userId: ALICE.id, active: true }], drafted)),
      'typing  is writing...',
    );
    assert.equal(line(play([second()])), 'empty  ');
    assert.equal(
      line(play([first({ lastMessage: own(1, { deletedAt: iso(NOON), text: undefined }) })])),
      'message You: Message deleted',
    );
  });

  test('names a row for assistive technology', () => {
    const state = play([LIVE, first({ unreadCount: 3 }), { type: 'presence.changed', userId: ALICE.id, state: 'online' }]);
    assert.equal(rows(state)[0].label, 'Alice, online, 3 unread, last message 12:01: text 1');
  });

  test('says loading, empty and error', () => {
    const list = events => createView()(play(events)).list;
    assert.equal(list([]).status, 'loading');
    assert.equal(list([{ type: 'list.changed', status: 'ready' }]).status, 'empty');
    assert.deepEqual(
      [
        list([{ type: 'list.changed', status: 'error', requestId: 'r1' }]).status,
        list([{ type: 'list.changed', status: 'error', requestId: 'r1' }]).requestId,
      ],
      ['error', 'r1'],
    );
    assert.equal(list([first(), { type: 'list.changed', status: 'error' }]).status, 'ready');
  });

  test('adds up in title and badge, muted conversations left out', () => {
    const state = play([first({ unreadCount: 1 }), second({ lastSeq: 2, unreadCount: 2 })]);
    assert.deepEqual([createView()(state).title, createView()(state).badge], ['(3) Chatty', 3]);
    assert.equal(createView()(play([{ type: 'opened', id: 'c_1' }], state)).title, '(3) Alice - Chatty');
    const muted = play(
      [{ type: 'conversation.updated', conversationId: 'c_2', me: { readSeq: 0, deliveredSeq: 0, muted: true, version: 2 } }],
      state,
    );
    assert.equal(createView()(muted).title, '(1) Chatty');
    const elsewhere = {
      type: 'receipts.updated',
      conversationId: 'c_1',
      userId: ME.id,
      readSeq: 1,
      deliveredSeq: 1,
      unreadCount: 0,
    };
    assert.equal(createView()(play([elsewhere], muted)).title, 'Chatty');
    assert.equal(createView()(play([second({ lastSeq: 200, unreadCount: 100 })])).title, '(99+) Chatty');
  });
});
