/**
 * @typedef {import('./types.js').Message} Message
 * @typedef {import('./types.js').MessagePage} MessagePage
 * @typedef {{ before?: number, after?: number, around?: number, limit?: number }} Query
 */

/**
 * A page of history with what was told while it was under way, so that it never takes the reader back.
 *
 * @param {MessagePage} page
 * @param {Message[]} told what handlers were told last
 * @param {number} end the last message of the page, or where an empty one stands
 * @returns {MessagePage}
 */
export function merge(page, told, end) {
  const later = page.hasAfter ? [] : told.filter(({ seq }) => seq > end).sort((one, other) => one.seq - other.seq);
  const held = page.items.map(item => told.find(({ seq, rev }) => seq === item.seq && rev > item.rev) ?? item);
  const items = [...held, ...later];
  return { ...page, items, rev: Math.max(page.rev, ...items.map(({ rev }) => rev)) };
}
