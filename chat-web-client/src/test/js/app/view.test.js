import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createView } from '../../../main/resources/META-INF/resources/app/store/view.js';
import { wakesAt } from '../../../main/resources/META-INF/resources/app/store/reducer.js';
import { ALICE, ME, NOON, conversation, created, iso, message, opened, own, play, signedIn, start } from './support.js';

const MINUTE = 60_000;
/** @param {any} state */
const chatOf = state => createView()(state).chat;
/** @param {any} state @returns {string[]} one word per item, one number per message */
const outline = state => chatOf(state).items.map(item => (item.type === 'group' ? item.messages.map(one => one.seq ?? 'p').join('+') : item.type === 'day' ? item.label : `${item.type}`));
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
    assert.deepEqual(pair.messages.map(one => [one.position, one.showTime]), [['first', false], ['last', true]]);
    assert.equal(single.messages[0].position, 'only');
    assert.equal(pair.person.name, 'Alice');
  });

  test('puts a line before each day of the viewer, and names it anew at midnight', () => {
    const midnight = Date.parse('2026-11-21T23:00:00Z');
    const state = opened({ lastSeq: 3 }, [message(1, sent(midnight - 1)), message(2, sent(midnight)), message(3, sent(midnight - 1))]);
    assert.deepEqual(outline(state), ['Yesterday', '1', 'Today', '2+3']);
    const wake = wakesAt(state);
    assert.equal(new Date(wake).toISOString(), '2026-11-22T23:00:00.000Z');
    assert.deepEqual(outline(play([{ type: 'tick' }], state, wake)), ['Saturday', '1', 'Yesterday', '2+3']);
  });

  test('freezes the unread divider when the conversation opens', () => {
    const known = play([{ type: 'conversation.state', conversation: conversation({ lastSeq: 4, unreadCount: 2, me: { readSeq: 1, deliveredSeq: 4, version: 1 } }) }]);
    const state = play(
      [
        { type: 'opened', id: 'c_1' },
        { type: 'history.came', conversationId: 'c_1', stretch: 'newest', page: { items: [message(1), own(2), message(3), message(4)], hasBefore: false } },
      ],
      known,
    );
    assert.deepEqual(outline(state), ['Today', '1', '2', 'unread', '3+4']);
    const later = play([{ type: 'read.moved', conversationId: 'c_1', seq: 4 }, created(message(5))], state);
    assert.deepEqual(outline(later), ['Today', '1', '2', 'unread', '3+4+5']);
    assert.equal(chatOf(later).items[3].label, '2 new');
    const again = play([{ type: 'read.moved', conversationId: 'c_1', seq: 5 }, { type: 'closed' }, { type: 'opened', id: 'c_1' }], later);
    assert.ok(!outline(again).includes('unread'));
  });

  test('keeps pending messages at the end in send order, and their rows when they are stored', () => {
    const entry = (id, at, state = 'pending') => ({ type: 'outbox.changed', entry: { clientMessageId: id, conversationId: 'c_1', text: id, at, state } });
    const state = play([entry('b', NOON + 2), entry('a', NOON + 1), created(message(2, sent(NOON)))], opened({ lastSeq: 1 }, [message(1, sent(NOON))]));
    assert.deepEqual(outline(state), ['Today', '1+2', 'p+p']);
    const before = chatOf(state).items[2].messages;
    assert.deepEqual(before.map(one => [one.text, one.seal, one.showSeal]), [['a', 'pending', false], ['b', 'pending', true]]);
    const stored = own(3, { clientMessageId: 'a', text: 'a', ...sent(NOON + 1) });
    const after = chatOf(play([created(stored), { type: 'outbox.changed', entry: { clientMessageId: 'a', conversationId: 'c_1', text: 'a', at: NOON, state: 'sent', message: stored } }], state));
    assert.deepEqual(after.items[2].messages.map(one => [one.key, one.seal]), [['m-a', 'sent'], ['m-b', 'pending']]);
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
    const state = opened({ lastSeq: 4, peerReceipts: receipts }, [1, 2, 3, 4].map(seq => own(seq, sent(NOON + seq))));
    const views = chatOf(state).items[1].messages;
    assert.deepEqual(views.map(one => one.seal), ['read', 'delivered', 'sent', 'sent']);
    assert.deepEqual(views.map(one => one.showSeal), [true, true, false, true]);
    assert.deepEqual(views.map(one => one.sealWord), ['Read 13:05', 'Delivered', 'Sent', 'Sent']);
    assert.deepEqual(views.map(one => one.showSealWord), [false, false, false, true]);
    assert.equal(views[0].label, 'You: text 1, 13:00, Read 13:05');
  });

  test('tells why a message failed and what can be done', () => {
    const failed = code => ({ type: 'outbox.changed', entry: { clientMessageId: 'k', conversationId: 'c_1', text: 'a', at: NOON, state: 'failed', problem: { code } } });
    const view = code => chatOf(play([failed(code)], opened({}, []))).items[1].messages[0];
    assert.deepEqual(view('cannot-message-user').failure, { reason: 'This person cannot be reached.', canRetry: true });
    assert.equal(view('payload-too-large').failure.canRetry, false);
    assert.equal(view('never-heard-of').failure.reason, 'Something went wrong. Try again.');
    assert.equal(view('not-found').sealWord, 'Not sent');
  });

  test('shows tombstones, edits and unknown kinds', () => {
    const state = opened({ lastSeq: 3 }, [own(1, { deletedAt: iso(NOON), text: undefined }), own(2, { editedAt: iso(NOON) }), own(3, { kind: 'sticker', text: undefined })]);
    const views = chatOf(state).items[1].messages;
    assert.deepEqual(views.map(one => [one.kind, one.seal]), [['deleted', null], ['text', 'sent'], ['unsupported', 'sent']]);
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

describe('the chat', () => {
  test('says loading, ready, empty or error', () => {
    const state = opened();
    assert.equal(chatOf(state).status, 'loading');
    assert.equal(chatOf(play([{ type: 'history.failed', conversationId: 'c_1', stretch: 'newest' }], state)).status, 'error');
    const empty = chatOf(opened({}, []));
    assert.deepEqual([empty.status, empty.empty, empty.greeting], ['ready', true, 'Dear Alice,']);
  });

  test('counts new messages for the pill while the reader is elsewhere', () => {
    const away = play([{ type: 'pinned.changed', pinned: false }], opened({ lastSeq: 1 }, [message(1)]));
    assert.deepEqual(chatOf(away).jump, { count: 0, text: '' });
    const more = play([created(message(2)), created(own(3)), created(message(4)), created(message(4))], away);
    assert.deepEqual(chatOf(more).jump, { count: 2, text: '2 new' });
    assert.equal(chatOf(play([{ type: 'pinned.changed', pinned: true }], more)).jump, null);
    const jumped = chatOf(play([{ type: 'end.wanted' }], more));
    assert.deepEqual([jumped.jump, jumped.pinToken], [null, 1]);
  });

  test('shows typing for six seconds at the most, and not past a message', () => {
    const typing = { type: 'typing', conversationId: 'c_1', userId: ALICE.id, active: true };
    const state = play([typing], opened({}, []));
    assert.equal(chatOf(state).typing, 'Alice is writing...');
    assert.equal(wakesAt(state), NOON + 6000);
    assert.equal(chatOf(play([{ type: 'tick' }], state, NOON + 5999)).typing, 'Alice is writing...');
    assert.equal(chatOf(play([{ type: 'tick' }], state, NOON + 6000)).typing, null);
    assert.equal(chatOf(play([created(message(1))], state)).typing, null);
    assert.equal(chatOf(play([{ ...typing, active: false }], state)).typing, null);
    assert.equal(chatOf(play([{ ...typing, userId: ME.id }], opened({}, []))).typing, null);
  });

  test('words the presence of the peer', () => {
    const text = more => chatOf(play([{ type: 'presence.changed', userId: ALICE.id, ...more }], opened())).person.presenceText;
    assert.equal(text({ state: 'online' }), 'online');
    assert.equal(text({ state: 'away' }), 'away');
    assert.equal(text({ state: 'offline' }), 'offline');
    assert.equal(text({ state: 'offline', lastSeenAt: '2026-11-22T11:02:00Z' }), 'last seen 12:02');
    assert.equal(text({ state: 'offline', lastSeenAt: '2026-11-21T11:02:00Z' }), 'last seen yesterday 12:02');
    assert.equal(text({ state: 'offline', lastSeenAt: '2026-11-02T11:02:00Z' }), 'last seen 2 Nov');
  });

  test('counts down from 90 percent of the limit, in code points', () => {
    const composer = text => chatOf(play([{ type: 'draft.changed', conversationId: 'c_1', text, typed: true }], opened())).composer;
    assert.equal(composer('a'.repeat(3600)).counter, '');
    assert.equal(composer('👍'.repeat(3601)).counter, '399 left');
    assert.deepEqual([composer('a'.repeat(4012)).counter, composer('a'.repeat(4012)).tooLong], ['12 too many', true]);
    assert.equal(composer(`${'a'.repeat(4000)}   `).tooLong, false);
  });

  test('writes a draft into the field only when it was not typed there', () => {
    const typed = play([{ type: 'draft.changed', conversationId: 'c_1', text: 'a', typed: true }], opened());
    assert.equal(chatOf(typed).composer.draftToken, 0);
    const sentOff = play([{ type: 'draft.changed', conversationId: 'c_1', text: '', typed: false }], typed);
    assert.deepEqual([chatOf(sentOff).composer.draft, chatOf(sentOff).composer.draftToken], ['', 1]);
  });

  test('is closed to writing where the server says so', () => {
    assert.equal(chatOf(opened({ canSend: false })).composer.canSend, false);
    const gone = chatOf(opened({ peer: { id: ALICE.id, deleted: true } }));
    assert.deepEqual([gone.person.name, gone.composer.canSend, gone.composer.reason], ['Deleted account', false, 'You cannot write to this person.']);
  });
});

describe('the list', () => {
  const bob = { id: 'u_bob', name: 'Bob' };
  const second = more => ({ type: 'conversation.state', conversation: conversation({ id: 'c_2', peer: bob, createdAt: iso(NOON - MINUTE), ...more }) });
  const first = more => ({ type: 'conversation.state', conversation: conversation({ lastSeq: 1, rev: 1, lastMessage: message(1), ...more }) });
  const rows = state => createView()(state).list.rows;

  test('has the newest message on top; edits and receipts move nothing', () => {
    const state = play([first(), second()]);
    assert.deepEqual(rows(state).map(row => row.id), ['c_2', 'c_1']);
    assert.deepEqual(rows(play([created(message(2, { ...sent(NOON) }))], state)).map(row => row.id), ['c_1', 'c_2']);
    const edited = { type: 'message.updated', conversationId: 'c_1', rev: 9, message: message(1, { rev: 9, editedAt: iso(NOON) }) };
    assert.deepEqual(rows(play([edited], state)).map(row => row.id), ['c_2', 'c_1']);
    const waiting = { type: 'outbox.changed', entry: { clientMessageId: 'k', conversationId: 'c_1', text: 'soon', at: NOON, state: 'pending' } };
    const [top] = rows(play([waiting], state));
    assert.deepEqual([top.id, top.linePrefix, top.line, top.seal], ['c_1', 'You:', 'soon', 'pending']);
    assert.deepEqual(rows(play([second({ me: { readSeq: 0, deliveredSeq: 0, version: 2, archived: true } })], state)).map(row => row.id), ['c_1']);
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
    assert.equal(line(play([{ type: 'typing', conversationId: 'c_1', userId: ALICE.id, active: true }], drafted)), 'typing  is writing...');
    assert.equal(line(play([second()])), 'empty  ');
    assert.equal(line(play([first({ lastMessage: own(1, { deletedAt: iso(NOON), text: undefined }) })])), 'message You: Message deleted');
  });

  test('names a row for assistive technology', () => {
    const state = play([first({ unreadCount: 3 }), { type: 'presence.changed', userId: ALICE.id, state: 'online' }]);
    assert.equal(rows(state)[0].label, 'Alice, online, 3 unread, last message 12:01: text 1');
  });

  test('says loading, empty and error', () => {
    const list = events => createView()(play(events)).list;
    assert.equal(list([]).status, 'loading');
    assert.equal(list([{ type: 'list.changed', status: 'ready' }]).status, 'empty');
    assert.deepEqual([list([{ type: 'list.changed', status: 'error', requestId: 'r1' }]).status, list([{ type: 'list.changed', status: 'error', requestId: 'r1' }]).requestId], ['error', 'r1']);
    assert.equal(list([first(), { type: 'list.changed', status: 'error' }]).status, 'ready');
  });

  test('adds up in title and badge, muted conversations left out', () => {
    const state = play([first({ unreadCount: 1 }), second({ lastSeq: 2, unreadCount: 2 })]);
    assert.deepEqual([createView()(state).title, createView()(state).badge], ['(3) Chatty', 3]);
    assert.equal(createView()(play([{ type: 'opened', id: 'c_1' }], state)).title, '(3) Alice - Chatty');
    const muted = play([{ type: 'conversation.updated', conversationId: 'c_2', me: { readSeq: 0, deliveredSeq: 0, muted: true, version: 2 } }], state);
    assert.equal(createView()(muted).title, '(1) Chatty');
    const elsewhere = { type: 'receipts.updated', conversationId: 'c_1', userId: ME.id, readSeq: 1, deliveredSeq: 1, unreadCount: 0 };
    assert.equal(createView()(play([elsewhere], muted)).title, 'Chatty');
    assert.equal(createView()(play([second({ lastSeq: 200, unreadCount: 100 })])).title, '(99+) Chatty');
  });
});

describe('the person', () => {
  test('that signs out leaves nothing; appearance stays', () => {
    const state = play([{ type: 'settings.changed', settings: { theme: 'dark' } }, { type: 'draft.changed', conversationId: 'c_1', text: 'secret', typed: true }, created(message(1))], opened({}, []));
    const out = play([{ type: 'signed-out', code: 'signed-out' }], state);
    assert.deepEqual([out.conversations, out.drafts, out.open, out.session.me, out.announcements], [{}, {}, null, null, []]);
    assert.equal(out.settings.theme, 'dark');
    assert.equal(createView()(out).screen, 'auth');
  });

  test('whose session ends keeps screen and drafts, and is asked for the password', () => {
    const state = play([{ type: 'draft.changed', conversationId: 'c_1', text: 'draft', typed: true }], opened({}, []));
    const over = play([{ type: 'signed-out', code: 'session-revoked' }], state);
    const view = createView()(over);
    assert.deepEqual([view.screen, view.chat.composer.draft, view.signInAgain.email, view.strip.kind], ['app', 'draft', ME.email, 'signed-out']);
    assert.equal(view.strip.text, 'Signed out on another device.');
    const back = play([{ type: 'signed-in', me: ME }], over);
    assert.deepEqual([createView()(back).signInAgain, createView()(back).chat.composer.draft], [null, 'draft']);
    const other = play([{ type: 'signed-in', me: { ...ME, id: 'u_other' } }], over);
    assert.deepEqual([other.drafts, other.conversations], [{}, {}]);
  });

  test('reads what is wrong with the form beside its fields', () => {
    const problem = { code: 'validation-failed', errors: [{ pointer: '/password', code: 'too-short' }, { pointer: '/email', code: 'invalid-format' }, { pointer: '/email', code: 'too-long' }] };
    const { auth } = createView()(play([{ type: 'auth.changed', auth: { problem } }], start()));
    assert.deepEqual(auth.fields, { password: 'At least 8 characters', email: 'An address like name@example.org' });
    assert.equal(auth.summary, 'Check the marked fields.');
    const wrong = createView()(play([{ type: 'auth.changed', auth: { problem: { code: 'rate-limited', retryAfterMs: 4200 } } }], start())).auth;
    assert.equal(wrong.summary, 'Too many attempts. Try again in 5 seconds.');
  });

  test('who searches is told what was found', () => {
    const found = (people, state = signedIn()) => createView()(play([{ type: 'people.changed', people: { open: true, ...people } }], state)).people;
    assert.equal(found({ query: 'zz', items: [] }).text, 'Nothing found for “zz”. Check the spelling or try another name.');
    assert.equal(found({ query: '', items: [] }).status, 'empty');
    assert.deepEqual(found({ items: [ALICE], next: 'n' }).items.map(person => person.name), ['Alice']);
    const offline = play([{ type: 'page.changed', page: { online: false } }]);
    assert.deepEqual([found({ status: 'error' }, offline).status, found({ status: 'error' }, offline).text], ['offline', 'Search needs a connection']);
  });
});
