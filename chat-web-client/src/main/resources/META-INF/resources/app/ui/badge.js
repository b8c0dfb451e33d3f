let shown = -1;

/**
 * The title of the document, the dot on its icon, and the number on the icon of an installed page.
 *
 * @param {string} title
 * @param {number} count of unread messages
 */
export function badge(title, count) {
  if (document.title !== title) {
    document.title = title;
  }
  if (count === shown) {
    return;
  }
  shown = count;
  const link = /** @type {HTMLLinkElement} */ (document.querySelector('link[rel="icon"]'));
  link.href = link.href.replace(/[^/]+$/, count > 0 ? 'favicon-unread.svg' : 'favicon.svg');
  const number = count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
  number?.catch(() => {
    // Not installed: there is no icon to put it on.
  });
}
