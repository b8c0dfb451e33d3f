import { t } from '../i18n/t.js';
import { problemText } from '../store/words.js';
import { plainProblem } from './problem.js';

/**
 * Opening and closing conversations.
 *
 * @typedef {import('./app.js').Net} Net
 * @typedef {import('../store/state.js').Conversation} Conversation
 */

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

    setPinned: (/** @type {boolean} */ pinned) => dispatch({ type: 'pinned.changed', pinned }),
    jumpToEnd: () => dispatch({ type: 'end.wanted' }),
  };
}
