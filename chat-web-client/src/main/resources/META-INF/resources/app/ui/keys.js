import { t } from '../i18n/t.js';

/** @typedef {{ key: string, mod?: boolean, alt?: boolean, shift?: boolean }} Chord */
/** @typedef {'anywhere' | 'outside fields' | 'composer' | 'elsewhere'} Where `elsewhere`: handled by the component that has the focus */
/** @typedef {{ name: string, chords: Chord[], where: Where }} Shortcut */

const apple = /Mac|iPhone|iPad/.test(navigator.platform);

/**
 * Every shortcut of the page, in the order of the list under `?`. Its words are `keys.<name>` of the catalogue.
 *
 * @type {ReadonlyArray<Shortcut>}
 */
export const SHORTCUTS = [
  { name: 'send', chords: [{ key: 'Enter' }], where: 'elsewhere' },
  { name: 'newLine', chords: [{ key: 'Enter', shift: true }], where: 'elsewhere' },
  { name: 'editLast', chords: [{ key: 'ArrowUp' }], where: 'elsewhere' },
  { name: 'find', chords: [{ key: 'k', mod: true }], where: 'anywhere' },
  { name: 'previous', chords: [{ key: 'ArrowUp', alt: true }], where: 'anywhere' },
  { name: 'next', chords: [{ key: 'ArrowDown', alt: true }], where: 'anywhere' },
  { name: 'previousUnread', chords: [{ key: 'ArrowUp', alt: true, shift: true }], where: 'anywhere' },
  { name: 'nextUnread', chords: [{ key: 'ArrowDown', alt: true, shift: true }], where: 'anywhere' },
  { name: 'jump', chords: [{ key: 'j', mod: true }], where: 'anywhere' },
  { name: 'read', chords: [{ key: 'Escape', shift: true }], where: 'anywhere' },
  { name: 'nextPane', chords: [{ key: 'F6' }], where: 'anywhere' },
  { name: 'previousPane', chords: [{ key: 'F6', shift: true }], where: 'anywhere' },
  { name: 'escape', chords: [{ key: 'Escape' }], where: 'anywhere' },
  { name: 'pageUp', chords: [{ key: 'PageUp' }], where: 'composer' },
  { name: 'pageDown', chords: [{ key: 'PageDown' }], where: 'composer' },
  { name: 'rows', chords: [{ key: 'ArrowUp' }, { key: 'ArrowDown' }, { key: 'Home' }, { key: 'End' }], where: 'elsewhere' },
  { name: 'actions', chords: [{ key: 'Enter' }], where: 'elsewhere' },
  { name: 'copy', chords: [{ key: 'c' }], where: 'elsewhere' },
  { name: 'reply', chords: [{ key: 'r' }], where: 'elsewhere' },
  { name: 'edit', chords: [{ key: 'e' }], where: 'elsewhere' },
  { name: 'react', chords: [{ key: '+' }], where: 'elsewhere' },
  { name: 'delete', chords: [{ key: 'Delete' }], where: 'elsewhere' },
  { name: 'settings', chords: [{ key: ',', mod: true }], where: 'anywhere' },
  { name: 'help', chords: [{ key: '?' }], where: 'outside fields' },
];

/**
 * The shortcut that a key press means. All modifiers count, so that Alt+Up is never taken for Up; only the sign `?`
 * is reached with Shift on some keyboards and without it on others.
 *
 * @param {KeyboardEvent} event
 * @param {ReadonlyArray<Shortcut>} [shortcuts]
 * @returns {string | undefined} its name
 */
export function shortcutOf(event, shortcuts = SHORTCUTS) {
  const target = event.target instanceof Element ? event.target : null;
  const field = target?.closest('input, textarea, select') ?? null;
  return shortcuts.find(({ where, chords }) => isThere(where, field) && chords.some(chord => means(event, chord)))?.name;
}

/** @param {Where} where @param {Element | null} field */
const isThere = (where, field) => ({
  anywhere: true,
  'outside fields': field === null,
  composer: field?.id === 'composer',
  elsewhere: false,
}[where]);

/** @param {KeyboardEvent} event @param {Chord} chord */
function means(event, chord) {
  const [mod, other] = apple ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  return (event.key === chord.key || event.key.toLowerCase() === chord.key) && mod === Boolean(chord.mod) && !other &&
    event.altKey === Boolean(chord.alt) && (event.shiftKey === Boolean(chord.shift) || chord.key === '?');
}

/** @type {Readonly<Record<string, string>>} */
const SIGNS = { ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc', Delete: 'Del', PageUp: 'Page ↑', PageDown: 'Page ↓' };

/** @param {Chord} chord */
function chordName(chord) {
  const parts = [
    chord.mod ? (apple ? '⌘' : 'Ctrl') : '',
    chord.alt ? (apple ? '⌥' : 'Alt') : '',
    chord.shift ? (apple ? '⇧' : 'Shift') : '',
    SIGNS[chord.key] ?? (chord.key.length === 1 ? chord.key.toUpperCase() : chord.key),
  ];
  return parts.filter(Boolean).join(' ');
}

/** @param {string} name @returns {string} its keys as written on them */
export const keyName = name => SHORTCUTS.find(shortcut => shortcut.name === name)?.chords.map(chordName).join(', ') ?? '';

/** @param {string} name @returns {string} what it does */
export const keyWords = name => t(`keys.${name}`);
