import { t } from '../i18n/t.js';
import { problemText } from '../store/words.js';
import { plainProblem } from './problem.js';

/**
 * Blocking people, and what is known of a conversation in which nothing can be sent.
 *
 * @typedef {import('./app.js').Net} Net
 * @typedef {import('./account.js').Account} Account
 */

/** @param {Net & { account: Account }} net */
export function blockIntents({ client, account, get, dispatch, complain }) {
  /** @param {string} userId */
  const withPeer = userId => Object.values(get().conversations).find(({ head }) => head.peer.id === userId);

  /** Shut by the other one. @param {{ head: import('../store/state.js').Conversation }} held */
  const isShut = ({ head }) => !head.canSend && !head.me.blocked && !head.peer.deleted;

  /** @param {string} id of a conversation */
  async function look(id) {
    try {
      dispatch({ type: 'conversation.state', conversation: await client.conversation(id) });
    } catch {
      // The next round of catching up tells.
    }
  }

  /** @param {string} userId @param {() => Promise<void>} work */
  async function change(userId, work) {
    try {
      await work();
    } catch (cause) {
      complain(t('toast.notChanged', { reason: problemText(plainProblem(cause)) }));
      return;
    }
    const { items } = get().account.blocks;
    dispatch({ type: 'blocks.changed', blocks: { items: items.filter(({ id }) => id !== userId) } });
    const held = withPeer(userId);
    if (held) await look(held.head.id);
  }

  return {
    intents: {
      block: (/** @type {string} */ userId) => void change(userId, () => account.block(userId)),
      unblock: (/** @type {string} */ userId) => void change(userId, () => account.unblock(userId)),
    },

    /** @param {{ type: string, [field: string]: any }} event after it was taken in */
    heard(event) {
      if (event.type === 'presence.changed' && event['state'] !== 'offline') {
        const held = withPeer(event['userId']);
        if (held && isShut(held)) look(held.head.id); // a block of the other one is over: who blocks is offline
        return;
      }
      const refused = event.type === 'outbox.changed' && event['entry'].problem?.code === 'cannot-message-user' && event['entry'].state === 'failed';
      const id = refused ? event['entry'].conversationId : event['conversationId'];
      const head = get().conversations[id]?.head;
      if (!head) return;
      // Who unblocks may still be blocked by the other one.
      const heardOf = ['conversation.updated', 'message.created'].includes(event.type) && isShut({ head });
      if (heardOf || (refused && head.canSend)) look(id);
    },

    /** Another conversation is in view: the other one's block may be over. */
    opened() {
      const { open, conversations } = get();
      const held = open && conversations[open.id];
      if (held && isShut(held)) look(held.head.id);
    },
  };
}
