import { html, render } from 'lit';
import { icon } from './icons.js';

/** @typedef {{ icon: Parameters<typeof icon>[0], label: string, run: () => void, danger?: boolean }} Item */

const GAP = 4;
const EDGE = 8;

/**
 * Opens a menu at an element. Arrows, Home, End move; Enter runs; Escape, Tab and a click elsewhere close it and
 * give the focus back.
 *
 * @param {HTMLElement} anchor
 * @param {ReadonlyArray<Item>} items
 * @param {HTMLElement} [opener] gets the focus back
 */
export function openMenu(anchor, items, opener = anchor) {
  const menu = document.createElement('div');
  menu.className = 'menu';
  menu.popover = 'auto';
  menu.setAttribute('role', 'menu');
  (anchor.closest('main, nav, dialog') ?? document.body).append(menu);

  let chosen = false;
  render(items.map(item => html`<button class=${item.danger ? 'danger' : ''} type="button" role="menuitem" tabindex="-1" @click=${() => {
    chosen = true;
    menu.hidePopover();
    opener.focus();
    item.run();
  }}>${icon(item.icon)}<span>${item.label}</span></button>`), menu);

  menu.addEventListener('keydown', event => move(event, menu));
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

/** @param {KeyboardEvent} event @param {HTMLElement} menu */
function move(event, menu) {
  const buttons = [...menu.querySelectorAll('button')];
  const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  const next = {
    ArrowDown: buttons[(at + 1) % buttons.length],
    ArrowUp: buttons.at(at - 1),
    Home: buttons[0],
    End: buttons.at(-1),
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
