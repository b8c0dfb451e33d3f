import { advance, advancesAt, attentionChanged, nothingSeen, rowChanged } from '../store/seen.js';

/**
 * Reports what was read, and whether somebody is there at all.
 *
 * @typedef {import('./app.js').Net} Net
 * @typedef {import('../store/seen.js').Seen} Seen
 */

/** A glance at another tab is no absence. */
const AWAY_MS = 60_000;

/** @param {Net} net */
export function readingIntents({ client, clock, get, dispatch }) {
  const attentive = () => get().page.visible && get().page.focused;
  let seen = nothingSeen(attentive());
  /** @type {any} */
  let timer;
  /** @type {any} */
  let leaving;

  /** @param {Seen} next */
  function become(next) {
    seen = next;
    clock.clearTimeout(timer);
    const at = advancesAt(seen);
    if (at !== null) timer = clock.setTimeout(() => become(advance(seen, clock.now())), Math.max(0, at - clock.now()));
    read(() => seen.mark);
  }

  /** @param {(head: import('../store/state.js').Conversation) => number} upTo */
  function read(upTo) {
    const { open, conversations } = get();
    const head = open && conversations[open.id]?.head;
    const seq = head ? upTo(head) : 0;
    if (!head || seq <= head.me.readSeq) return;
    dispatch({ type: 'read.moved', conversationId: head.id, seq });
    client.read(head.id, seq);
  }

  function presence() {
    clock.clearTimeout(leaving);
    if (get().page.visible) client.appear('active');
    else leaving = clock.setTimeout(() => client.appear('away'), AWAY_MS);
  }

  return {
    /** Another conversation, or none: its numbers mean other messages. */
    opened: () => become(nothingSeen(attentive())),

    intents: {
      markRead: () => read(({ lastSeq }) => lastSeq),

      rowSeen: (/** @type {number} */ seq, /** @type {boolean} */ visible) => become(rowChanged(seen, seq, visible, clock.now())),

      pageChanged(/** @type {Partial<import('../store/state.js').State['page']>} */ page) {
        dispatch({ type: 'page.changed', page });
        if (page.visible !== undefined) presence();
        become(attentionChanged(seen, attentive(), clock.now()));
      },
    },
  };
}
