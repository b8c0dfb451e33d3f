import { t } from '../i18n/t.js';
import { messageInView } from '../store/open.js';
import { missingQuote } from '../store/quotes.js';
import { problemText } from '../store/words.js';
import { codePoints, isVisible } from '../text/graphemes.js';
import { plainProblem } from './problem.js';

/**
 * What a person does with messages that are there: edit, delete, react, answer, look at.
 *
 * @typedef {import('./app.js').Net} Net
 * @typedef {import('../store/state.js').Message} Message
 */

/** @param {Net} net @param {(id: string, seq: number) => Promise<boolean>} loadAround */
export function messageIntents({ client, clock, get, dispatch, complain }, loadAround) {
  /** A quote that could not be fetched is asked for again when something else changes the messages. @type {unknown} */
  let looked;
  let looking = false;

  /** @param {number} seq @returns {Message | undefined} an own one that may still be edited */
  const editable = seq => {
    const message = messageInView(get(), seq);
    const { session, server } = get();
    const young = message && Date.parse(message.sentAt) + server.editWindowMs > clock.now();
    return message?.senderId === session.me?.id && message?.kind === 'text' && !message.deletedAt && young ? message : undefined;
  };

  /** @param {number} seq */
  function beginEdit(seq) {
    const message = editable(seq);
    if (message) dispatch({ type: 'edit.begun', seq, text: message.text });
  }

  /** @param {unknown} cause */
  const refused = cause => complain(t('toast.notChanged', { reason: problemText(plainProblem(cause)) }));

  /** @param {Promise<Message | undefined>} answer */
  async function show(answer) {
    const message = await answer;
    if (message) dispatch({ type: 'message.updated', conversationId: message.conversationId, message, caughtUp: true });
  }

  /** @param {string} conversationId @param {string} written @returns {boolean} whether a message was being edited */
  function finishEdit(conversationId, written) {
    const { open, server } = get();
    const text = written.trim();
    if (open?.id !== conversationId || !open.editing) return false;
    if (!isVisible(text) || codePoints(text) > server.codePoints) return true;
    const { seq } = open.editing;
    dispatch({ type: 'edit.ended' });
    if (messageInView(get(), seq)?.text === text) return true;
    show(client.messages(conversationId).edit(seq, text)).catch(cause => {
      refused(cause);
      const now = get().open;
      // What was written is not lost: it goes on from there.
      if (now?.id === conversationId && !now.editing && editable(seq)) dispatch({ type: 'edit.begun', seq, text });
    });
    return true;
  }

  return {
    finishEdit,

    intents: {
      beginEdit,
      editLast() {
        const { open, conversations } = get();
        const last = open && conversations[open.id]?.messages.findLast(({ seq }) => editable(seq));
        if (last) beginEdit(last.seq);
      },
      beginReply(/** @type {number} */ seq) {
        const message = messageInView(get(), seq);
        if (!message || message.deletedAt) return;
        dispatch({ type: 'edit.ended' });
        dispatch({ type: 'reply.changed', seq });
      },
      cancelContext() {
        dispatch({ type: 'edit.ended' });
        dispatch({ type: 'reply.changed', seq: null });
      },
      remove(/** @type {number} */ seq) {
        const { open } = get();
        if (open) client.messages(open.id).remove(seq).catch(refused);
      },
      react(/** @type {number} */ seq, /** @type {string} */ emoji) {
        const { open, session } = get();
        const message = messageInView(get(), seq);
        if (!open || !message || message.deletedAt) return;
        const mine = message.reactions?.some(one => one.emoji === emoji && one.userIds.includes(session.me?.id ?? ''));
        const messages = client.messages(open.id);
        show(mine ? messages.unreact(seq, emoji) : messages.react(seq, emoji)).catch(refused);
      },
      async goTo(/** @type {number} */ seq) {
        const { open } = get();
        if (!open) return;
        const there = messageInView(get(), seq) !== undefined || (await loadAround(open.id, seq));
        if (get().open?.id !== open.id) return;
        if (there) dispatch({ type: 'target.wanted', seq });
        else complain(t('toast.notThere'));
      },
      showDetails: (/** @type {number | null} */ seq) => dispatch({ type: 'details.changed', seq }),
    },

    /** Fetches what the messages in view answer, the newest first. @param {import('../store/state.js').State} state */
    async lookForQuotes({ open, conversations, connection }) {
      const held = open && conversations[open.id];
      if (looking || !held || held.messages === looked || connection.status !== 'live') return;
      const seq = missingQuote(held);
      looked = held.messages;
      if (seq === undefined) return;
      looking = true;
      try {
        const message = await client.messages(open.id).get(seq);
        dispatch({ type: 'quote.came', conversationId: open.id, seq, message });
        looked = undefined;
      } catch (cause) {
        if (plainProblem(cause).status === 404) dispatch({ type: 'quote.came', conversationId: open.id, seq, message: null });
      } finally {
        looking = false;
      }
    },
  };
}
