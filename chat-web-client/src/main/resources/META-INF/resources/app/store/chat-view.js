import { dayKey, dayLabel } from '../text/dates.js';
import { t } from '../i18n/t.js';
import { isTheirs } from './conversations.js';
import { messageView, ownEnds, seqOf } from './message-view.js';

/**
 * @typedef {import('./state.js').Held} Held
 * @typedef {import('./state.js').Message} Message
 * @typedef {import('./state.js').Pending} Pending
 * @typedef {import('./types.js').ChatItem} ChatItem
 * @typedef {import('./types.js').MessageView} MessageView
 * @typedef {import('./message-view.js').Line} Line
 * @typedef {import('./types.js').PersonView} PersonView
 * @typedef {import('../text/dates.js').Place} Place
 * @typedef {import('./keep.js').Keeper} Keeper
 *
 * @typedef {object} Sheet what a list of messages is made from
 * @property {Held} held
 * @property {ReadonlyArray<Pending>} pending
 * @property {PersonView} person
 * @property {number | null} dividerAfter
 * @property {number} dividerCount
 * @property {string} today
 * @property {Place} place
 */

const GROUP_GAP_MS = 5 * 60_000;
/** @param {Held} held @param {ReadonlyArray<Pending>} pending @returns {Line[]} by `seq`, the pending ones last */
function lines({ head, messages }, pending) {
  const stored = messages.map(source => ({ source, own: source.senderId !== head.peer.id, at: Date.parse(source.sentAt) }));
  return [...stored, ...pending.map(source => ({ source, own: true, at: source.at }))];
}

/** @param {MessageView[]} views of one group @param {Keeper} keeper @returns {ReadonlyArray<MessageView>} */
function placed(views, keeper) {
  const end = views.length - 1;
  return views.map((view, i) => {
    const position = end === 0 ? 'only' : i === 0 ? 'first' : i === end ? 'last' : 'middle';
    const showSeal = view.seal !== null && view.seal !== views[i + 1]?.seal;
    return keeper.of(view, [position, showSeal], () => ({ ...view, position, showTime: i === end, showSeal }));
  });
}

/**
 * The sheet from top to bottom: day lines, the unread divider, holes, and groups of one author's messages of one day
 * with less than five minutes between neighbours.
 *
 * @param {Sheet} sheet
 * @param {Keeper} keeper
 * @returns {ReadonlyArray<ChatItem>}
 */
export function chatItems(sheet, keeper) {
  const { held, pending, person, dividerAfter, dividerCount, today, place } = sheet;
  const all = lines(held, pending);
  const ends = ownEnds(all, held.head);
  /** @type {ChatItem[]} */
  const items = [];
  /** @type {MessageView[]} */
  let group = [];
  let day = '';
  // While older unread messages are not loaded, a divider would stand in the wrong place.
  let divided = dividerAfter === null || (held.messages[0]?.seq ?? 0) > dividerAfter + 1;

  const close = () => {
    const [first] = group;
    if (!first) return;
    const { key, own } = first;
    const messages = keeper.keep(`messages ${key}`, placed(group, keeper));
    items.push(
      keeper.keep(`group ${key}`, { type: /** @type {const} */ ('group'), key, own, person: own ? null : person, messages }),
    );
    group = [];
  };
  /** @param {ChatItem} item */
  const add = item => {
    close();
    items.push(keeper.keep(`item ${item.key}`, item));
  };

  all.forEach((line, i) => {
    const before = all[i - 1];
    const seq = seqOf(line);
    const after = before && seqOf(before);
    if (seq !== null && after && seq > after + 1) {
      const status = held.busy === seq ? 'loading' : held.roamed && held.failed !== seq ? 'open' : 'error';
      add({ type: 'gap', key: `gap-${seq}`, beforeSeq: seq, status });
    }
    // Clocks differ by seconds; the days of a conversation still come one after the other.
    const lineDay = dayKey(line.at, place.zone);
    if (lineDay > day) {
      day = lineDay;
      add({ type: 'day', key: `day-${day}`, label: dayLabel(line.at, today, place), dateTime: day });
    }
    if (
      !divided &&
      seq !== null &&
      seq > /** @type {number} */ (dividerAfter) &&
      isTheirs(held.head, /** @type {Message} */ (line.source))
    ) {
      divided = true;
      add({ type: 'unread', key: 'unread', count: dividerCount, label: newText(dividerCount) });
    }
    if (before && (before.own !== line.own || Math.abs(line.at - before.at) >= GROUP_GAP_MS)) close();
    group.push(messageView(line, sheet, ends, keeper));
  });
  close();
  return keeper.keep('items', items);
}

/** @param {number} count @returns {string} "2 new", "99+ new" */
export const newText = count => t('chat.new', { count: count > 99 ? t('list.overflow') : count });
