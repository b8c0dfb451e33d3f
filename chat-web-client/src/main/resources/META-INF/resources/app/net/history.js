import { hasOlder } from '../store/conversations.js';

/**
 * Loads pages of history, one at a time per conversation.
 *
 * @typedef {import('./app.js').Net} Net
 * @typedef {import('../store/state.js').Stretch} Stretch
 */

/** @param {Net} net */
export function historyLoader({ client, get, dispatch }) {
  const held = (/** @type {string} */ id) => get().conversations[id];

  /** @param {string} conversationId @param {Stretch} stretch */
  function fetch(conversationId, stretch) {
    const pages = client.messages(conversationId);
    if (stretch === 'newest') return pages.newest();
    return pages.before(stretch === 'older' ? (held(conversationId)?.messages[0]?.seq ?? 0) : stretch);
  }

  /** @param {string} conversationId @param {Stretch} stretch */
  async function load(conversationId, stretch) {
    const now = held(conversationId);
    if (!now || now.busy !== null) return;
    dispatch({ type: 'history.asked', conversationId, stretch });
    try {
      const page = await fetch(conversationId, stretch);
      // An empty page closes no hole; asking again at once would go on for ever.
      const helps = typeof stretch !== 'number' || page.items.length > 0;
      dispatch(
        helps ? { type: 'history.came', conversationId, stretch, page } : { type: 'history.failed', conversationId, stretch },
      );
    } catch {
      dispatch({ type: 'history.failed', conversationId, stretch });
    }
    // Forgotten or found with a hole meanwhile.
    refresh();
  }

  /** Loads what the open conversation lacks, unless that has just failed. */
  function refresh() {
    const { open } = get();
    const now = open && held(open.id);
    if (!open || !now || now.busy !== null || now.failed !== null) return;
    if (!now.loaded) {
      load(open.id, 'newest');
      return;
    }
    const above = now.messages.find((message, i) => message.seq > (now.messages[i - 1]?.seq ?? message.seq) + 1);
    if (above) load(open.id, above.seq);
  }

  return {
    refresh,

    intents: {
      loadOlder(/** @type {string} */ id) {
        const now = held(id);
        if (now && hasOlder(now)) load(id, 'older');
      },
      loadGap: (/** @type {string} */ id, /** @type {number} */ beforeSeq) => void load(id, beforeSeq),
      reloadHistory: (/** @type {string} */ id) => void load(id, 'newest'),
    },

    /** @param {{ type: string, [field: string]: any }} event */
    heard(event) {
      const live = event.type === 'status' && event['state'] === 'live';
      const { open } = get();
      const failed = open && held(open.id)?.failed;
      if (live && open && failed) load(open.id, failed);
      else if (live || event.type.startsWith('conversation.') || event.type === 'reset') refresh();
    },
  };
}
