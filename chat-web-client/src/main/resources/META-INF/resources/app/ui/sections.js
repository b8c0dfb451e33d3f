/** @typedef {import('../store/types.js').ChatItem} ChatItem */
/** @typedef {import('../store/types.js').MessageView} MessageView */
/** @typedef {import('../store/types.js').DayItem} DayItem */
/** @typedef {import('../store/types.js').UnreadItem} UnreadItem */
/** @typedef {import('../store/types.js').GapItem} GapItem */
/** @typedef {{ type: 'rows', key: string, rows: MessageView[] }} Rows consecutive messages, one list; its key survives rows that come in above */
/** @typedef {{ key: string, day: DayItem | null, blocks: Array<Rows | UnreadItem | GapItem> }} Section one day */

/** @param {ReadonlyArray<ChatItem>} items @returns {MessageView[]} */
export const messagesOf = items => items.flatMap(item => (item.type === 'group' ? item.messages : []));

/** @param {ReadonlyArray<ChatItem>} items @returns {number} how many messages stand before the unread line, -1 without one */
export function dividerIndex(items) {
  const at = items.findIndex(item => item.type === 'unread');
  return at < 0 ? -1 : messagesOf(items.slice(0, at)).length;
}

/**
 * Days of what stands in the DOM. Lines without a message of the window below them are left out.
 *
 * @param {ReadonlyArray<ChatItem>} items
 * @param {number} from index of the first message
 * @param {number} to index after the last message
 * @returns {Section[]}
 */
export function sections(items, from, to) {
  /** @type {Section[]} */
  const days = [];
  /** @type {DayItem | null} */
  let day = null;
  /** @type {Array<UnreadItem | GapItem>} */
  let lines = [];
  let index = 0;

  /** @param {MessageView} message */
  const put = message => {
    let section = days.at(-1);
    if (!section || section.day !== day) {
      section = { key: day?.key ?? 'first', day, blocks: [] };
      days.push(section);
    }
    section.blocks.push(...lines);
    lines = [];
    const block = section.blocks.at(-1);
    if (block?.type === 'rows') {
      block.rows.push(message);
    } else {
      section.blocks.push({ type: 'rows', key: `after ${block?.key}`, rows: [message] });
    }
  };

  for (const item of items) {
    if (item.type === 'day') {
      day = item;
    } else if (item.type === 'group') {
      for (const message of item.messages) {
        if (index >= from && index < to) {
          put(message);
        }
        index++;
      }
    } else if (index >= from && index < to) {
      lines.push(item);
    }
  }
  return days;
}
