/**
 * Days and times in the viewer's zone, by `Intl`. A formatter is costly to make and cheap to use, so each is made once.
 *
 * @typedef {{ locale: string, zone: string }} Place
 */

const DAY_MS = 86_400_000;
const QUARTER_MS = 900_000;
const DAYS_KEPT = 20_000;

/** @satisfies {Record<string, Intl.DateTimeFormatOptions>} */
const STYLES = {
  iso: { calendar: 'iso8601', numberingSystem: 'latn', year: 'numeric', month: '2-digit', day: '2-digit' },
  time: { hour: 'numeric', minute: '2-digit' },
  wholeTime: { hour: '2-digit', minute: '2-digit' },
  weekday: { weekday: 'long' },
  shortWeekday: { weekday: 'short' },
  date: { weekday: 'long', day: 'numeric', month: 'long' },
  dateWithYear: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  shortDate: { day: 'numeric', month: 'short' },
  shortDateWithYear: { day: 'numeric', month: 'short', year: 'numeric' },
};

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {keyof typeof STYLES} style @param {Place} place @returns {Intl.DateTimeFormat} */
function format(style, { locale, zone }) {
  const key = `${style} ${locale} ${zone}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locale, { ...STYLES[style], timeZone: zone });
    // Where the day has 24 hours, "00:05" is what people read on clocks; half days have no leading zero.
    if (style === 'time' && made.resolvedOptions().hourCycle === 'h23') made = format('wholeTime', { locale, zone });
    formats.set(key, made);
  }
  return made;
}

/** @type {Map<string, string>} the date by zone and quarter of an hour: no zone differs from UTC by less */
const days = new Map();

/**
 * @param {number} at milliseconds
 * @param {string} zone
 * @returns {string} the date there, as `2026-11-22`
 */
export function dayKey(at, zone) {
  const key = `${Math.floor(at / QUARTER_MS)} ${zone}`;
  let day = days.get(key);
  if (day === undefined) {
    const parts = format('iso', { locale: 'en', zone }).formatToParts(at);
    const part = (/** @type {string} */ type) => parts.find(one => one.type === type)?.value ?? '';
    day = `${part('year')}-${part('month')}-${part('day')}`;
    if (days.size >= DAYS_KEPT) days.clear();
    days.set(key, day);
  }
  return day;
}

/**
 * @param {number} at milliseconds
 * @param {string} zone
 * @returns {number} when the day ends in that zone: the first instant of the next date, also where clocks change at midnight
 */
export function endOfDay(at, zone) {
  const day = dayKey(at, zone);
  let end = (Math.floor(at / QUARTER_MS) + 1) * QUARTER_MS;
  while (dayKey(end, zone) === day) end += QUARTER_MS;
  return end;
}

/** @param {string} from @param {string} to both as `2026-11-22` */
const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** @param {string} day @param {string} today */
const sameYear = (day, today) => day.slice(0, 4) === today.slice(0, 4);

/** @param {string} text @param {string} locale */
const capitalised = (text, locale) => text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);

/** @param {string} locale @param {number} days ago */
const relative = (locale, days) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day');

/**
 * @param {number} at
 * @param {string} today `dayKey` of the present
 * @param {Place} place
 * @returns {string} Today, Yesterday, the weekday within the last six days, else the date, with its year if it is another one
 */
export function dayLabel(at, today, place) {
  const day = dayKey(at, place.zone);
  const ago = daysBetween(day, today);
  if (ago === 0 || ago === 1) return capitalised(relative(place.locale, ago), place.locale);
  if (ago > 1 && ago <= 6) return capitalised(format('weekday', place).format(at), place.locale);
  return capitalised(format(sameYear(day, today) ? 'date' : 'dateWithYear', place).format(at), place.locale);
}

/** @param {number} at @param {Place} place @returns {string} "14:05", or as the locale writes it */
export const timeLabel = (at, place) => format('time', place).format(at);

/**
 * @param {number} at
 * @param {string} today
 * @param {Place} place
 * @returns {string} the short form of the conversation list: "14:06", "Thu", "2 Nov", "2 Nov 2024"
 */
export function shortLabel(at, today, place) {
  const day = dayKey(at, place.zone);
  const ago = daysBetween(day, today);
  if (ago <= 0) return timeLabel(at, place);
  if (ago <= 6) return format('shortWeekday', place).format(at);
  return format(sameYear(day, today) ? 'shortDate' : 'shortDateWithYear', place).format(at);
}

/**
 * @param {number} at
 * @param {string} today
 * @param {Place} place
 * @returns {{ kind: 'today' | 'yesterday' | 'earlier', time: string, date: string }} the parts of "last seen ..."
 */
export function seenParts(at, today, place) {
  const ago = daysBetween(dayKey(at, place.zone), today);
  return {
    kind: ago <= 0 ? 'today' : ago === 1 ? 'yesterday' : 'earlier',
    time: timeLabel(at, place),
    date: shortLabel(at, today, place),
  };
}
