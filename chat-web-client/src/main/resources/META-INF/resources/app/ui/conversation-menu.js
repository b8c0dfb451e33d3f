import { t } from '../i18n/t.js';
import { openMenu } from './menu.js';

/** @typedef {import('../store/types.js').RowView} RowView */
/** @typedef {import('../store/intents.js').Intents} Intents */

/**
 * What can be done with a conversation.
 *
 * @param {HTMLElement} anchor
 * @param {RowView} row
 * @param {Intents} intents
 */
export function openConversationMenu(anchor, { id, person, pinned, muted, archived, marked, unread, blocked, deleted }, intents) {
  const isNew = unread > 0 || marked;
  openMenu(anchor, [
    { icon: 'pin', label: t(pinned ? 'list.unpin' : 'list.pin'), run: () => intents.configure(id, { pinned: !pinned }) },
    { icon: 'mute', label: t(muted ? 'list.unmute' : 'list.mute'), run: () => intents.configure(id, { muted: !muted }) },
    { icon: isNew ? 'check' : 'unread', label: t(isNew ? 'list.markRead' : 'list.markUnread'), run: () => intents.markConversation(id, !isNew) },
    { icon: 'archive', label: t(archived ? 'list.unarchive' : 'list.archive'), run: () => intents.configure(id, { archived: !archived }) },
    ...(deleted ? [] : [blocked
      ? { icon: /** @type {const} */ ('block'), label: t('chat.unblock'), run: () => intents.unblock(person.id) }
      : { icon: /** @type {const} */ ('block'), label: t('chat.block'), run: () => intents.block(person.id), danger: true }]),
  ]);
}
