import { dayKey } from '../text/dates.js';
import { codePoints } from '../text/graphemes.js';
import { t } from '../i18n/t.js';
import { accountView } from './account-view.js';
import { chatItems, newText } from './chat-view.js';
import { detailsView } from './details-view.js';
import { quoteView } from './message-view.js';
import { isStale } from './connection.js';
import { hasOlder, isTheirs, unread } from './conversations.js';
import { Keeper, memo } from './keep.js';
import { isAddress } from '../text/address.js';
import { ordered, rowView, unreadText } from './list-view.js';
import { stripView } from './strip-view.js';
import { fieldTexts, nameOf, personView, problemText } from './words.js';

/**
 * @typedef {import('./state.js').State} State
 * @typedef {import('./state.js').Held} Held
 * @typedef {import('./state.js').Open} Open
 * @typedef {import('./types.js').View} View
 * @typedef {import('./types.js').ComposerView} ComposerView
 */

/** The counter appears when so much of the limit is used. */
const COUNTER_FROM = 0.9;

/** @param {State} state @returns {View['auth']} */
function auth({ auth: { mode, busy, problem }, page, server }) {
  const fields = fieldTexts(problem);
  const summary = Object.keys(fields).length > 0 ? t('auth.check') : problemText(problem);
  return { mode, busy, summary, fields, offline: !page.online, canRegister: server.registration === 'open' };
}

/** @param {State} state @returns {View['signInAgain']} */
function signInAgain({ session: { phase, me, endedBy }, auth: { busy, problem } }) {
  if (phase !== 'ended' || !me) return null;
  const text = t(endedBy === 'session-revoked' ? 'auth.again.revoked' : 'auth.again.text');
  return { email: me.email, busy, text, problem: problemText(problem) };
}

/** @param {Open | null} open @param {Held} held @returns {ComposerView['context']} */
function contextOf(open, held) {
  if (open?.editing) {
    const text = quoteView(held, open.editing.seq, nameOf(held.head.peer))?.text ?? '';
    return { kind: 'edit', title: t('composer.editing'), text };
  }
  const quote = quoteView(held, open?.replyTo ?? undefined, nameOf(held.head.peer));
  return quote && { kind: 'reply', title: t('composer.replying', { name: quote.author }), text: quote.text };
}

/** Why nothing can be sent. @param {import('./state.js').Conversation} head */
function reasonOf({ peer, me }) {
  if (peer.deleted) return t('composer.deleted');
  return t(me.blocked ? 'composer.blocked' : 'composer.closed', { name: nameOf(peer) });
}

/** @param {State} state @param {Held} held @param {Keeper} keeper @returns {ComposerView} */
function composer({ drafts, open, server }, held, keeper) {
  const { head } = held;
  const draft = open?.editing?.text ?? drafts[head.id] ?? '';
  const left = server.codePoints - codePoints(draft.trim());
  const counted = left < server.codePoints * (1 - COUNTER_FROM);
  const canSend = head.canSend && !head.peer.deleted;
  return {
    draft,
    draftToken: open?.draftToken ?? 0,
    context: keeper.keep('composer context', contextOf(open, held)),
    canSend,
    reason: canSend ? '' : reasonOf(head),
    blocked: !canSend && !head.peer.deleted && (head.me.blocked ?? false),
    placeholder: t('composer.placeholder', { name: nameOf(head.peer) }),
    limit: server.codePoints,
    counter: !counted ? '' : left >= 0 ? t('composer.left', { count: left }) : t('composer.over', { count: -left }),
    tooLong: left < 0,
  };
}

/** @param {Open} open @param {Held} held */
function jump({ pinned, leftAt }, { head, messages }) {
  if (pinned) return null;
  const count = messages.filter(message => message.seq > leftAt && isTheirs(head, message)).length;
  return { count, text: count === 0 ? '' : newText(count) };
}

/** @param {State} state @returns {number} unread messages in conversations that are not muted */
const badge = ({ conversations }) =>
  Object.values(conversations).reduce((sum, held) => sum + (held.head.me.muted || held.head.me.archived ? 0 : unread(held)), 0);

/** @param {State} state @param {number} count @returns {string} "(3) Alice - Chatty" */
function title({ open, conversations }, count) {
  const held = open && conversations[open.id];
  const name = held ? t('title.chat', { name: nameOf(held.head.peer) }) : t('app.name');
  return count === 0 ? name : t('title.unread', { count: unreadText(count), title: name });
}

/**
 * @returns {(state: State) => View} keeps what it made: parts that are equal are the same objects
 */
export function createView() {
  const keeper = new Keeper();
  const chatKeeper = new Keeper();
  /** @type {string | null} */
  let chatOf = null;

  /** @param {State} state */
  const context = ({ now, locale, zone }) => ({ today: dayKey(now, zone), place: keeper.keep('place', { locale, zone }) });

  /** @param {State} state @param {import('./state.js').User} user */
  const person = (state, user) => {
    const { today, place } = context(state);
    return keeper.keep(`person ${user.id}`, personView(user, state.presence[user.id], { stale: isStale(state.connection, state.now), today, place }));
  };

  /** @param {State} state @param {Parameters<typeof rowView>[0]} entry */
  const row = (state, entry) => {
    const { open, drafts, typing } = state;
    const { id, peer } = entry.held.head;
    const view = rowView(entry, {
      person: person(state, peer),
      selected: open?.id === id,
      draft: drafts[id] ?? '',
      typing: typing[id] !== undefined,
      ...context(state),
    });
    return keeper.keep(`row ${id}`, view);
  };

  /** @param {State} state @returns {View['list']} */
  const list = state => {
    const { conversations, outbox, connection, now, archive } = state;
    const rows = ordered(Object.values(conversations), outbox, archive).map(entry => row(state, entry));
    return keeper.keep('list', {
      archive,
      status: rows.length > 0 ? 'ready' : state.list === 'ready' ? 'empty' : state.list,
      rows: keeper.keep('rows', rows),
      requestId: state.listRequestId ?? '',
      dimmed: isStale(connection, now),
    });
  };

  const items = memo(
    /** @param {[Held, ReadonlyArray<import('./state.js').Pending>, import('./types.js').PersonView, number | null, number, string, import('../text/dates.js').Place]} inputs */
    (...[held, pending, shown, dividerAfter, dividerCount, today, place]) =>
      chatItems({ held, pending, person: shown, dividerAfter, dividerCount, today, place }, chatKeeper),
  );

  /** @param {State} state @param {Held} held @param {import('../text/dates.js').Place} place */
  const details = ({ open, now }, held, place) => {
    const shown = open?.details ? detailsView(held, open.details, dayKey(now, place.zone), place) : null;
    const rows = shown?.rows.map((one, i) => keeper.keep(`detail ${i}`, one));
    return shown && keeper.keep('details', { ...shown, rows: keeper.keep('detail rows', rows) });
  };

  /** @param {State} state @returns {View['chat']} */
  const chat = state => {
    const { open } = state;
    const held = open && state.conversations[open.id];
    if (open?.id !== chatOf) chatKeeper.clear();
    chatOf = open?.id ?? null;
    if (!open || !held) return null;
    const { id, peer } = held.head;
    const shown = person(state, peer);
    const { today, place } = context(state);
    const pending = keeper.keep(
      'pending',
      state.outbox.filter(one => one.conversationId === id),
    );
    const sheet = items(held, pending, shown, open.dividerAfter, open.dividerCount, today, place);
    const nothing = sheet.length === 0;
    return keeper.keep('chat', {
      id,
      person: shown,
      greeting: t('chat.greeting', { name: shown.name.split(' ')[0] ?? shown.name }),
      status: held.loaded || !nothing ? 'ready' : held.failed === 'newest' ? 'error' : 'loading',
      refreshing: held.busy === 'newest' && !nothing,
      items: sheet,
      empty: held.loaded && nothing,
      hasOlder: hasOlder(held),
      older: held.busy === 'older' ? 'loading' : held.failed === 'older' ? 'error' : 'idle',
      typing: state.typing[id] === undefined ? null : t('chat.typing', { name: shown.name }),
      pinned: open.pinned,
      pinToken: open.pinToken,
      jump: keeper.keep('jump', jump(open, held)),
      target: open.target,
      editWindowMs: state.server.editWindowMs,
      row: row(state, { held, pending }),
      details: details(state, held, place),
      composer: keeper.keep('composer', composer(state, held, keeper)),
    });
  };

  /** @param {State} state @returns {View['people']} */
  const people = state => {
    const { open, query, status, items: found, next } = state.people;
    const exact = state.server.directory === 'exact';
    if (!open) return null;
    const offline = status === 'error' && (!state.page.online || state.connection.status === 'offline');
    const kind = offline ? 'offline' : status === 'ready' && found.length === 0 ? 'empty' : status;
    const views = found.map(user => person(state, user));
    return keeper.keep('people', {
      query,
      status: kind,
      items: keeper.keep('found', views),
      hasMore: next !== null,
      text: peopleText(kind, query, state),
      hint: t(exact ? 'people.hint.exact' : 'people.hint'),
      offer: offerOf(state.people),
    });
  };

  return state => {
    const count = badge(state);
    const { phase, me } = state.session;
    return keeper.keep('view', {
      screen: phase === 'starting' ? 'starting' : phase === 'signed-out' ? 'auth' : 'app',
      auth: keeper.keep('auth', { ...auth(state), fields: keeper.keep('fields', auth(state).fields) }),
      signInAgain: keeper.keep('again', signInAgain(state)),
      me: me && person(state, me),
      strip: keeper.keep('strip', stripView(state)),
      list: list(state),
      chat: chat(state),
      people: people(state),
      account: accountView(state, keeper, { ...context(state), person: user => person(state, user) }),
      toasts: state.toasts,
      settings: state.settings,
      title: title(state, count),
      badge: count,
      announcements: state.announcements,
    });
  };
}

/** @param {State['people']} people @returns {string} the offer to look up what was typed */
const offerOf = ({ query, email }) => (isAddress(query) && query.trim() !== email ? t('people.lookUp', { email: query.trim() }) : '');

/** @param {string} status @param {string} query @param {State} state */
function peopleText(status, query, { server, people }) {
  const typed = query.trim();
  if (status === 'offline') return t('people.offline');
  if (status === 'error') return people.problem?.code === 'rate-limited' ? problemText(people.problem) : t('people.error');
  if (status === 'loading') return t('people.loading');
  if (people.email !== null && people.email === typed) return t('people.nobodyThere', { email: typed });
  if (server.directory === 'exact') return isAddress(query) ? '' : t('people.exact');
  if (isAddress(query)) return '';
  return typed === '' ? t('people.nobody') : t('people.nothing', { query: typed });
}
