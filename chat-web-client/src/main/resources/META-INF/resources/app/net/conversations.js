import { t } from '../i18n/t.js';
import { problemText } from '../store/words.js';
import { plainProblem } from './problem.js';

/**
 * Opening and closing conversations.
 *
 * @typedef {import('./app.js').Net} Net
 * @typedef {import('../store/state.js').Conversation} Conversation
 */

const PAGE = 100;

/**
 * @param {Net} net
 * @param {{ refresh: () => void }} history
 * @param {() => void} onOpened
 */
export function conversationIntents({ client, disk, get, dispatch, complain }, history, onOpened) {
  /** The last wish wins: an answer to an earlier one opens nothing. */
  let wish = 0;

  /** @param {string} id */
  function show(id) {
    dispatch({ type: 'opened', id });
    const { me } = get().session;
    if (me) disk.saveOpened(me.id, id);
    onOpened();
    history.refresh();
    if (get().conversations[id]?.head.me.markedUnread) configure(id, { markedUnread: false });
  }

  /** @param {string} id @param {import('../../sdk/types.js').Settings} settings */
  async function configure(id, settings) {
    try {
      dispatch({ type: 'conversation.state', conversation: await client.configure(id, settings) });
    } catch (cause) {
      complain(t('toast.notChanged', { reason: problemText(plainProblem(cause)) }));
    }
  }

  /** Whose archive is known, and of which store. */
  let archiveOf = '';

  /** Every archived one, once: what changes is told. */
  async function loadArchive() {
    const owner = `${client.epoch} ${get().session.me?.id}`;
    if (archiveOf === owner) return;
    try {
      let cursor;
      do {
        const { items, next } = await client.conversations({ filter: 'archived', cursor, limit: PAGE });
        for (const conversation of items) dispatch({ type: 'conversation.state', conversation });
        cursor = next;
      } while (cursor);
      archiveOf = owner;
    } catch (cause) {
      complain(t('toast.archiveFailed', { reason: problemText(plainProblem(cause)) }));
    }
  }

  /** @param {() => Promise<Conversation>} find */
  async function findAndShow(find) {
    const mine = ++wish;
    try {
      const conversation = await find();
      dispatch({ type: 'conversation.state', conversation });
      if (mine === wish) show(conversation.id);
    } catch (cause) {
      if (mine === wish) complain(t('toast.openFailed', { reason: problemText(plainProblem(cause)) }));
    }
  }

  return {
    openConversation(/** @type {string} */ id) {
      if (get().conversations[id]) {
        wish++;
        show(id);
      } else {
        findAndShow(() => client.conversation(id));
      }
    },

    openWith(/** @type {string} */ userId) {
      const known = Object.values(get().conversations).find(({ head }) => head.peer.id === userId);
      if (known) {
        wish++;
        show(known.head.id);
      } else {
        findAndShow(() => client.openConversation(userId));
      }
    },

    closeConversation() {
      wish++;
      dispatch({ type: 'closed' });
      const { me } = get().session;
      if (me) disk.saveOpened(me.id, null);
      onOpened();
    },

    configure: (/** @type {string} */ id, /** @type {import('../../sdk/types.js').Settings} */ settings) => void configure(id, settings),

    markConversation(/** @type {string} */ id, /** @type {boolean} */ unread) {
      const head = get().conversations[id]?.head;
      if (!head) return;
      if (!unread && head.lastSeq > head.me.readSeq) {
        dispatch({ type: 'read.moved', conversationId: id, seq: head.lastSeq });
        client.read(id, head.lastSeq);
      }
      if (unread || head.me.markedUnread) configure(id, { markedUnread: unread });
    },

    showArchive(/** @type {boolean} */ archive) {
      dispatch({ type: 'archive.shown', archive });
      if (archive) loadArchive();
    },

    setPinned: (/** @type {boolean} */ pinned) => dispatch({ type: 'pinned.changed', pinned }),
    jumpToEnd: () => dispatch({ type: 'end.wanted' }),
  };
}
