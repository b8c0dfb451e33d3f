/*
 * Runs before the first paint, so it is neither a module nor deferred: the colours and the screen (form or conversations)
 * are right at once, and a page whose modules cannot be loaded says so. The keys are those of db/disk.js and ui/grip.js.
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

  addEventListener('error', ({ target }) => {
    if (target instanceof HTMLScriptElement) {
      root.dataset.failed = '';
      root.dataset.screen = 'auth';
    }
  }, true);

  root.dataset.screen = stored('chatty.signed-in') ? 'starting' : 'auth';
  const width = Number(stored('chatty.list-width'));
  if (width >= 280 && width <= 420) {
    root.style.setProperty('--list-chosen', `${width}px`);
  }
  apply();
  dark.addEventListener('change', apply);
  addEventListener('chatty:appearance', apply);
})();
