/**
 * Decides what was read: a row counts once it was visible for 700 ms without a break, on a page that is visible and has the
 * focus. Values only; the caller brings the events and the clock.
 *
 * @typedef {object} Seen
 * @property {ReadonlyMap<number, number>} rows visible rows: `seq` to the time since when, not before attention began
 * @property {boolean} attentive page visible and window focused
 * @property {number} mark the highest `seq` that was read
 */

const DWELL_MS = 700;

/** @param {boolean} attentive @returns {Seen} */
export const nothingSeen = attentive => ({ rows: new Map(), attentive, mark: 0 });

/** @param {Seen} seen @param {number} now @returns {Seen} with the mark moved over what was visible long enough */
export function advance(seen, now) {
  if (!seen.attentive) return seen;
  let { mark } = seen;
  for (const [seq, since] of seen.rows) {
    if (now - since >= DWELL_MS && seq > mark) mark = seq;
  }
  return mark === seen.mark ? seen : { ...seen, mark };
}

/** @param {Seen} before @param {number} seq @param {boolean} visible @param {number} now @returns {Seen} */
export function rowChanged(before, seq, visible, now) {
  const seen = advance(before, now);
  if (seen.rows.has(seq) === visible) return seen;
  const rows = new Map(seen.rows);
  if (visible) rows.set(seq, now);
  else rows.delete(seq);
  return { ...seen, rows };
}

/** @param {Seen} before @param {boolean} attentive @param {number} now @returns {Seen} */
export function attentionChanged(before, attentive, now) {
  const seen = advance(before, now);
  if (seen.attentive === attentive) return seen;
  return { ...seen, attentive, rows: new Map([...seen.rows.keys()].map(seq => [seq, now])) };
}

/** @param {Seen} seen @returns {number | null} when `advance` moves the mark next */
export function advancesAt({ rows, attentive, mark }) {
  const times = attentive ? [...rows].filter(([seq]) => seq > mark).map(([, since]) => since + DWELL_MS) : [];
  return times.length > 0 ? Math.min(...times) : null;
}
