import { codePoints, isVisible } from '../text/graphemes.js';

/**
 * Drafts, and what becomes of them.
 *
 * @typedef {import('./app.js').Net} Net
 */

/** Short enough that nobody misses a word, long enough not to write at each key. */
const SAVE_MS = 300;

/** @param {Net} net @param {(conversationId: string, text: string) => boolean} finishEdit */
export function writingIntents({ client, disk, clock, get, dispatch }, finishEdit) {
  /** @type {Map<string, any>} timers by conversation */
  const unsaved = new Map();

  /** @param {string} conversationId */
  function save(conversationId) {
    clock.clearTimeout(unsaved.get(conversationId));
    unsaved.delete(conversationId);
    const { session, drafts } = get();
    if (session.me) disk.saveDraft(session.me.id, conversationId, drafts[conversationId] ?? '');
  }

  /** @param {string} conversationId @param {string} text */
  function replace(conversationId, text) {
    dispatch({ type: 'draft.changed', conversationId, text, typed: false });
    save(conversationId);
  }

  return {
    intents: {
      changeDraft(/** @type {string} */ conversationId, /** @type {string} */ text) {
        const { open } = get();
        if (open?.id === conversationId && open.editing) {
          dispatch({ type: 'edit.changed', text });
          return;
        }
        if ((get().drafts[conversationId] ?? '') === text) return;
        dispatch({ type: 'draft.changed', conversationId, text, typed: true });
        client.typing(conversationId, isVisible(text));
        if (!unsaved.has(conversationId))
          unsaved.set(
            conversationId,
            clock.setTimeout(() => save(conversationId), SAVE_MS),
          );
      },

      send(/** @type {string} */ conversationId, /** @type {string} */ written) {
        if (finishEdit(conversationId, written)) return;
        const text = written.trim();
        if (!isVisible(text) || codePoints(text) > get().server.codePoints) return;
        const here = get().open?.id === conversationId;
        const replyTo = (here && get().open?.replyTo) || undefined;
        client.send({ conversationId, text, ...(replyTo && { replyTo }) });
        replace(conversationId, '');
        if (!here) return;
        dispatch({ type: 'reply.changed', seq: null });
        dispatch({ type: 'end.wanted' });
      },

      retry(/** @type {string} */ clientMessageId) {
        client.retry(clientMessageId);
      },

      editFailed(/** @type {string} */ clientMessageId) {
        const failed = get().outbox.find(pending => pending.clientMessageId === clientMessageId);
        if (!failed) return;
        const draft = get().drafts[failed.conversationId] ?? '';
        replace(failed.conversationId, draft.trim() === '' ? failed.text : `${failed.text}\n${draft}`);
        if (failed.replyTo && get().open?.id === failed.conversationId) dispatch({ type: 'reply.changed', seq: failed.replyTo });
        client.discard(clientMessageId);
      },

      discard: (/** @type {string} */ clientMessageId) => void client.discard(clientMessageId),

      pageHidden: () => [...unsaved.keys()].forEach(save),
    },

    /** Every draft of this person goes, in all tabs. */
    clearDrafts() {
      for (const [conversationId, text] of Object.entries(get().drafts)) if (text !== '') replace(conversationId, '');
    },

    /** Another tab wrote; where somebody is writing here, this tab is the one that counts. @param {{ conversationId: string, text: string }} draft */
    draftElsewhere({ conversationId, text }) {
      const { open, page, drafts } = get();
      const writing = open?.id === conversationId && page.focused;
      if (!writing && (drafts[conversationId] ?? '') !== text)
        dispatch({ type: 'draft.changed', conversationId, text, typed: false });
    },
  };
}
