const HOLD_MS = 500;
const SLACK = 10;

/**
 * A finger that stays where it is, on systems that make no `contextmenu` of it.
 *
 * @param {HTMLElement} element
 * @param {(target: Element) => void} pressed
 */
export function onLongPress(element, pressed) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let start = { x: 0, y: 0 };
  const end = () => clearTimeout(timer);
  element.addEventListener('pointerdown', event => {
    end();
    if (event.pointerType === 'touch' && event.isPrimary) {
      start = event;
      timer = setTimeout(() => pressed(/** @type {Element} */ (event.target)), HOLD_MS);
    }
  });
  element.addEventListener('pointermove', event => {
    if (Math.hypot(event.x - start.x, event.y - start.y) > SLACK) {
      end();
    }
  });
  ['pointerup', 'pointercancel', 'contextmenu'].forEach(type => element.addEventListener(type, end));
}
