import { html, render } from 'lit';
import { icon } from './icons.js';

/** @typedef {{ icon: Parameters<typeof icon>[0], label: string, run: () => void, danger?: boolean }} Item */
/** @typedef {{ anchor: HTMLElement, opener?: HTMLElement, label?: string, classes?: string, columns?: number }} Place `opener` gets the focus back */

const GAP = 4;
const EDGE = 8;

/**
 * Opens a menu at an element.
 *
 * @param {HTMLElement} anchor
 * @param {ReadonlyArray<Item>} items
 * @param {HTMLElement} [opener] gets the focus back
 */
export function openMenu(anchor, items, opener = anchor) {
  popUp({ anchor, opener }, choose => items.map(item => html`<button class=${item.danger ? 'danger' : ''} type="button" role="menuitem" tabindex="-1"
    @click=${() => choose(item.run)}>${icon(item.icon)}<span>${item.label}</span></button>`));
}

/**
 * Opens buttons at an element. Arrows, Home, End move; Enter runs; Escape, Tab and a click elsewhere close it and
 * give the focus back.
 *
 * @param {Place} where `columns`: they lie in rows of so many
 * @param {(choose: (run: () => void) => void) => unknown} content buttons that call `choose`
 */
export function popUp({ anchor, opener = anchor, label, classes = '', columns = 1 }, content) {
  const menu = document.createElement('div');
  menu.className = `menu ${classes}`;
  menu.popover = 'auto';
  menu.setAttribute('role', 'menu');
  if (label) {
    menu.setAttribute('aria-label', label);
  }
  (anchor.closest('main, nav, dialog') ?? document.body).append(menu);

  let chosen = false;
  render(content(run => {
    chosen = true;
    menu.hidePopover();
    opener.focus();
    run();
  }), menu);

  menu.addEventListener('keydown', event => move(event, menu, columns));
  menu.addEventListener('toggle', event => {
    if (/** @type {ToggleEvent} */ (event).newState === 'closed') {
      opener.removeAttribute('aria-expanded');
      if (!chosen && (menu.contains(document.activeElement) || document.activeElement === document.body)) {
        opener.focus();
      }
      menu.remove();
    }
  });
  menu.showPopover();
  if (opener.hasAttribute('aria-haspopup')) {
    opener.setAttribute('aria-expanded', 'true');
  }
  place(menu, anchor);
  /** @type {HTMLElement | null} */ (menu.querySelector('button'))?.focus();
}

/** @param {HTMLElement} menu @param {HTMLElement} anchor under it, or above where there is no room */
function place(menu, anchor) {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const fits = box.bottom + GAP + height <= innerHeight - EDGE;
  const toEnd = (box.left + box.right) / 2 > innerWidth / 2;
  const left = toEnd ? box.right - width : box.left;
  const top = fits ? box.bottom + GAP : Math.max(EDGE, box.top - GAP - height);
  menu.style.setProperty('left', `${Math.min(Math.max(EDGE, left), innerWidth - EDGE - width)}px`);
  menu.style.setProperty('top', `${Math.min(top, Math.max(EDGE, innerHeight - EDGE - height))}px`);
}

/** @param {KeyboardEvent} event @param {HTMLElement} menu @param {number} columns */
function move(event, menu, columns) {
  const buttons = [...menu.querySelectorAll('button')];
  const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  const forward = getComputedStyle(menu).direction === 'rtl' ? -1 : 1;
  const by = (/** @type {number} */ steps) => buttons.at((at + steps) % buttons.length);
  const next = {
    ArrowDown: by(columns),
    ArrowUp: by(-columns),
    Home: buttons[0],
    End: buttons.at(-1),
    ...(columns > 1 && { ArrowRight: by(forward), ArrowLeft: by(-forward) }),
  }[event.key];
  if (next) {
    event.preventDefault();
    next.focus();
  } else if (event.key === 'Tab') {
    event.preventDefault();
    menu.hidePopover();
  }
  event.stopPropagation();
}
