import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { wakesAt } from '../../../main/resources/META-INF/resources/app/store/reducer.js';
import { createView } from '../../../main/resources/META-INF/resources/app/store/view.js';
import { LIVE, ALICE, ME, NOON, created, message, opened, own, play, signedIn, start } from './support.js';

/** @param {any} state */
const chatOf = state => createView()(state).chat;

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
    const text = more => chatOf(play([LIVE, { type: 'presence.changed', userId: ALICE.id, ...more }], opened())).person.presenceText;
    assert.equal(text({ state: 'online' }), 'online');
    assert.equal(text({ state: 'away' }), 'away');
    assert.equal(text({ state: 'offline' }), 'offline');
    assert.equal(text({ state: 'offline', lastSeenAt: '2026-11-22T11:02:00Z' }), 'last seen 12:02');
    assert.equal(text({ state: 'offline', lastSeenAt: '2026-11-21T11:02:00Z' }), 'last seen yesterday 12:02');
    assert.equal(text({ state: 'offline', lastSeenAt: '2026-11-02T11:02:00Z' }), 'last seen 2 Nov');
  });

  test('says of the past what was heard before the connection went', () => {
    const online = { type: 'presence.changed', userId: ALICE.id, state: 'online' };
    const gone = play([LIVE, online, { type: 'status', state: 'offline' }], opened());
    const text = state => [chatOf(state).person.presenceText, createView()(state).list.dimmed];
    assert.deepEqual(text(gone), ['online', false], 'not for a moment');
    assert.deepEqual(text(play([{ type: 'tick' }], gone, NOON + 1500)), ['was online', true]);
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
    assert.deepEqual(
      [gone.person.name, gone.composer.canSend, gone.composer.reason],
      ['Deleted account', false, 'This account was deleted.'],
    );
  });
});

describe('the person', () => {
  test('that signs out leaves nothing; appearance stays', () => {
    const state = play(
      [
        { type: 'settings.changed', settings: { theme: 'dark' } },
        { type: 'draft.changed', conversationId: 'c_1', text: 'secret', typed: true },
        created(message(1)),
      ],
      opened({}, []),
    );
    const out = play([{ type: 'signed-out', code: 'signed-out' }], state);
    assert.deepEqual([out.conversations, out.drafts, out.open, out.session.me, out.announcements], [{}, {}, null, null, []]);
    assert.equal(out.settings.theme, 'dark');
    assert.equal(createView()(out).screen, 'auth');
  });

  test('whose session ends keeps screen and drafts, and is asked for the password', () => {
    const state = play([{ type: 'draft.changed', conversationId: 'c_1', text: 'draft', typed: true }], opened({}, []));
    const over = play([{ type: 'signed-out', code: 'session-revoked' }], state);
    const view = createView()(over);
    assert.deepEqual(
      [view.screen, view.chat.composer.draft, view.signInAgain.email, view.strip.kind],
      ['app', 'draft', ME.email, 'signed-out'],
    );
    assert.equal(view.strip.text, 'Signed out on another device.');
    const back = play([{ type: 'signed-in', me: ME }], over);
    assert.deepEqual([createView()(back).signInAgain, createView()(back).chat.composer.draft], [null, 'draft']);
    const other = play([{ type: 'signed-in', me: { ...ME, id: 'u_other' } }], over);
    assert.deepEqual([other.drafts, other.conversations], [{}, {}]);
  });

  test('reads what is wrong with the form beside its fields', () => {
    const problem = {
      code: 'validation-failed',
      errors: [
        { pointer: '/password', code: 'too-short' },
        { pointer: '/email', code: 'invalid-format' },
        { pointer: '/email', code: 'too-long' },
      ],
    };
    const { auth } = createView()(play([{ type: 'auth.changed', auth: { problem } }], start()));
    assert.deepEqual(auth.fields, { password: 'At least 8 characters', email: 'An address like name@example.org' });
    assert.equal(auth.summary, 'Check the marked fields.');
    const wrong = createView()(
      play([{ type: 'auth.changed', auth: { problem: { code: 'rate-limited', retryAfterMs: 4200 } } }], start()),
    ).auth;
    assert.equal(wrong.summary, 'Too many attempts. Try again in 5 seconds.');
  });

  test('who searches is told what was found', () => {
    const found = (people, state = signedIn()) =>
      createView()(play([{ type: 'people.changed', people: { open: true, ...people } }], state)).people;
    assert.equal(found({ query: 'zz', items: [] }).text, 'Nothing found for “zz”. Check the spelling or try another name.');
    assert.equal(found({ query: '', items: [] }).status, 'empty');
    assert.deepEqual(
      found({ items: [ALICE], next: 'n' }).items.map(person => person.name),
      ['Alice'],
    );
    const offline = play([{ type: 'page.changed', page: { online: false } }]);
    assert.deepEqual(
      [found({ status: 'error' }, offline).status, found({ status: 'error' }, offline).text],
      ['offline', 'Search needs a connection'],
    );
  });
});
