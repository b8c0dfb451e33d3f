import { unread } from './conversations.js';
import { messageAt } from './quotes.js';
import { NO_SEARCH } from './session.js';

/**
 * The conversation in view: where its reader is, and what is being written in it.
 *
 * @typedef {import('./state.js').State} State
 * @typedef {import('./state.js').Open} Open
 * @typedef {any} Event
 */

/** @param {State} state @param {(open: Open) => Open} change @returns {State} */
const inOpen = (state, change) => (state.open ? { ...state, open: change(state.open) } : state);

/** @param {State} state @param {Event} event @returns {State} */
function opened(state, { id }) {
  if (state.open?.id === id) return state;
  const held = state.conversations[id];
  const count = held ? unread(held) : 0;
  return {
    ...state,
    people: NO_SEARCH,
    open: {
      id,
      dividerAfter: held && count > 0 ? held.head.me.readSeq : null,
      dividerCount: count,
      pinned: true,
      leftAt: 0,
      pinToken: 0,
      draftToken: 0,
      editing: null,
      replyTo: null,
      target: null,
      details: null,
    },
  };
}

/** @param {State} state @param {Event} event @returns {State} */
function pinned(state, { pinned: now }) {
  if (!state.open || state.open.pinned === now) return state;
  const leftAt = state.conversations[state.open.id]?.head.lastSeq ?? 0;
  return inOpen(state, one => ({ ...one, pinned: now, leftAt }));
}

/** @param {State} state @param {Event} event @returns {State} */
function draft(state, { conversationId, text, typed }) {
  const { [conversationId]: before = '', ...others } = state.drafts;
  if (before === text && typed) return state;
  const next = { ...state, drafts: text === '' ? others : { ...others, [conversationId]: text } };
  const shown = !typed && state.open?.id === conversationId && !state.open?.editing;
  return shown ? inOpen(next, one => ({ ...one, draftToken: one.draftToken + 1 })) : next;
}

/** The message may be gone meanwhile. @param {State} state @param {string} id @param {number} seq @returns {State} */
export function dropped(state, id, seq) {
  const { open } = state;
  if (open?.id !== id || (open.editing?.seq !== seq && open.replyTo !== seq)) return state;
  return inOpen(state, one => ({
    ...one,
    draftToken: one.draftToken + (one.editing?.seq === seq ? 1 : 0),
    editing: one.editing?.seq === seq ? null : one.editing,
    replyTo: one.replyTo === seq ? null : one.replyTo,
  }));
}

/** @type {Readonly<Record<string, (state: State, event: Event) => State>>} */
export const OPEN_REDUCERS = {
  opened,
  closed: state => ({ ...state, open: null }),
  'pinned.changed': pinned,
  'end.wanted': state => inOpen(state, one => ({ ...one, pinned: true, pinToken: one.pinToken + 1 })),
  'draft.changed': draft,
  'edit.begun': (state, { seq, text }) =>
    inOpen(state, one => ({ ...one, editing: { seq, text }, replyTo: null, draftToken: one.draftToken + 1 })),
  'edit.changed': (state, { text }) => inOpen(state, one => (one.editing ? { ...one, editing: { ...one.editing, text } } : one)),
  'edit.ended': state => inOpen(state, one => (one.editing ? { ...one, editing: null, draftToken: one.draftToken + 1 } : one)),
  'reply.changed': (state, { seq }) => inOpen(state, one => ({ ...one, replyTo: seq })),
  'target.wanted': (state, { seq }) =>
    inOpen(pinned(state, { pinned: false }), one => ({ ...one, target: { seq, token: (one.target?.token ?? 0) + 1 } })),
  'details.changed': (state, { seq }) => inOpen(state, one => ({ ...one, details: seq })),
};

/** @param {State} state @param {number} seq of the open conversation */
export const messageInView = ({ open, conversations }, seq) => messageAt((open && conversations[open.id]?.messages) || [], seq);
