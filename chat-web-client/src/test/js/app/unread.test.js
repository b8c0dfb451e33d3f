import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { unread } from '../../../main/resources/META-INF/resources/app/store/conversations.js';
import { ME, NOON, conversation, created, iso, message, opened, own, play } from './support.js';

describe('unread', () => {
  test('is exact where the messages are at hand', () => {
    const state = opened({ lastSeq: 4, rev: 4, unreadCount: 77, me: { readSeq: 1, deliveredSeq: 4, version: 1 } }, [
      message(1),
      message(2),
      own(3),
      message(4),
    ]);
    assert.equal(unread(state.conversations.c_1), 2);
    const deleted = {
      type: 'message.deleted',
      conversationId: 'c_1',
      rev: 5,
      message: message(4, { rev: 5, text: undefined, deletedAt: iso(NOON) }),
    };
    assert.equal(unread(play([deleted], state).conversations.c_1), 1);
  });

  test('counts on from what the server counted', () => {
    const state = play([
      {
        type: 'conversation.state',
        conversation: conversation({ lastSeq: 90, rev: 90, unreadCount: 40, me: { readSeq: 50, deliveredSeq: 90, version: 1 } }),
      },
    ]);
    assert.equal(unread(state.conversations.c_1), 40);
    const heard = play([created(message(91)), created(message(92)), created(message(92)), created(own(93))], state);
    assert.equal(unread(heard.conversations.c_1), 42);
    const told = play(
      [
        {
          type: 'conversation.state',
          conversation: conversation({ lastSeq: 93, rev: 93, unreadCount: 42, me: { readSeq: 50, deliveredSeq: 93, version: 1 } }),
        },
      ],
      heard,
    );
    assert.equal(unread(told.conversations.c_1), 42);
  });

  test('follows what was read here, and on other devices', () => {
    const state = opened({ lastSeq: 3, rev: 3, unreadCount: 3 }, [message(1), message(2), message(3)]);
    assert.equal(unread(play([{ type: 'read.moved', conversationId: 'c_1', seq: 2 }], state).conversations.c_1), 1);
    const elsewhere = {
      type: 'receipts.updated',
      conversationId: 'c_1',
      userId: ME.id,
      readSeq: 3,
      deliveredSeq: 3,
      unreadCount: 0,
    };
    assert.equal(unread(play([elsewhere], state).conversations.c_1), 0);
    const late = play([elsewhere, { type: 'read.moved', conversationId: 'c_1', seq: 1 }], state);
    assert.equal(late.conversations.c_1.head.me.readSeq, 3);
  });

  test('stops counting at more than 99', () => {
    const state = play([
      { type: 'conversation.state', conversation: conversation({ lastSeq: 300, rev: 300, unreadCount: 100 }) },
      created(message(301)),
    ]);
    assert.equal(unread(state.conversations.c_1), 100);
  });
});
