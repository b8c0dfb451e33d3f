import { hasOlder } from '../store/conversations.js';

/**
 * Loads pages of history, one at a time per conversation.
 *
 * @typedef {import('./app.js').Net} Net
 * @typedef {import('../store/state.js').Stretch} Stretch
 */

const PAGE = 50;
const LARGEST_PAGE = 100;
/** Who has more unread than this starts at the end. */
const MOST_PAGES = 5;
/** Read messages above the divider. */
const CONTEXT = 10;

/** @param {Net} net */
export function historyLoader({ client, get, dispatch }) {
  const held = (/** @type {string} */ id) => get().conversations[id];

  /**
   * The newest page, and what leads up to it from the unread divider: people go on reading where they stopped.
   *
   * @param {string} conversationId
   */
  async function newest(conversationId) {
    const pages = client.messages(conversationId);
    const { open } = get();
    const from = open?.id === conversationId ? open.dividerAfter : null;
    if (from === null) return pages.newest();
    const missing = (held(conversationId)?.head.lastSeq ?? 0) - from + CONTEXT;
    let page = await pages.newest(Math.min(Math.max(missing, PAGE), LARGEST_PAGE));
    for (let i = 1; i < MOST_PAGES; i++) {
      const first = page.items[0]?.seq ?? 0;
      if (!page.hasBefore || first <= from) break;
      const { items, hasBefore } = await pages.before(first, LARGEST_PAGE);
      page = { ...page, items: [...items, ...page.items], hasBefore };
    }
    return page;
  }

  /** @param {string} conversationId @param {Stretch} stretch @param {number | undefined} seq */
  async function fetch(conversationId, stretch, seq) {
    if (stretch === 'newest') return newest(conversationId);
    const pages = client.messages(conversationId);
    if (stretch === 'around') return pages.around(seq, PAGE);
    if (typeof stretch === 'number' && seq !== undefined) return pages.after(seq, PAGE);
    return pages.before(stretch === 'older' ? (held(conversationId)?.messages[0]?.seq ?? 0) : stretch);
  }

  /** @param {string} conversationId @param {Stretch} stretch @param {number} [seq] to be around, or to go on from */
  async function load(conversationId, stretch, seq) {
    const now = held(conversationId);
    if (!now || now.busy !== null) return;
    dispatch({ type: 'history.asked', conversationId, stretch });
    try {
      const page = await fetch(conversationId, stretch, seq);
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
    if (now.roamed) return;
    const above = now.messages.find((message, i) => message.seq > (now.messages[i - 1]?.seq ?? message.seq) + 1);
    if (above) load(open.id, above.seq);
  }

  /** @param {string} id @param {number} seq @returns {Promise<boolean>} whether the message is there now */
  async function loadAround(id, seq) {
    await load(id, 'around', seq);
    return held(id)?.messages.some(message => message.seq === seq) ?? false;
  }

  return {
    refresh,
    loadAround,

    intents: {
      loadOlder(/** @type {string} */ id) {
        const now = held(id);
        if (now && hasOlder(now)) load(id, 'older');
      },
      loadGap(/** @type {string} */ id, /** @type {number} */ beforeSeq, fromAbove = false) {
        const above = held(id)?.messages.findLast(({ seq }) => seq < beforeSeq)?.seq;
        load(id, beforeSeq, fromAbove ? above : undefined);
      },
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
