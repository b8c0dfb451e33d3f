/*
 * Runs before the first paint, so it is neither a module nor deferred: the colours and the screen (form or conversations)
 * are right at once. Appearance is kept in local storage by ui/appearance.js; both sides use these keys and nothing else.
 */
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');

  /** @param {string} key */
  const stored = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  const apply = () => {
    const theme = stored('chatty.theme');
    const resolved = theme === 'light' || theme === 'dark' ? theme : dark.matches ? 'dark' : 'light';
    root.dataset.theme = resolved;
    root.dataset.density = stored('chatty.density') === 'compact' ? 'compact' : 'cosy';
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', resolved === 'dark' ? '#14130F' : '#F5F0E6');
  };

  root.dataset.screen = stored('chatty.signed-in') ? 'starting' : 'auth';
  const width = Number(stored('chatty.list-width'));
  if (width >= 280 && width <= 420) {
    root.style.setProperty('--list-chosen', `${width}px`);
  }
  apply();
  dark.addEventListener('change', apply);
  addEventListener('chatty:appearance', apply);
})();
