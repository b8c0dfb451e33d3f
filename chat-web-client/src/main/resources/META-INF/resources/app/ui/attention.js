/** @typedef {import('../store/intents.js').Intents} Intents */

/** Tells whether somebody is looking, and whether there is a network. @param {Intents} intents */
export function watchAttention(intents) {
  const tell = () => intents.pageChanged({
    visible: document.visibilityState === 'visible',
    focused: document.hasFocus(),
    online: navigator.onLine,
  });
  document.addEventListener('visibilitychange', tell);
  ['focus', 'blur', 'online', 'offline', 'pageshow'].forEach(event => addEventListener(event, tell));
  addEventListener('pagehide', () => intents.pageHidden());
  keepAboveKeyboard();
}

/** A keyboard on the screen may cover the page without making it smaller: then the page is as high as what is left. */
function keepAboveKeyboard() {
  const view = window.visualViewport;
  view?.addEventListener('resize', () => {
    const covered = view.scale === 1 && innerHeight - view.height > 1;
    document.documentElement.style.setProperty('--height', covered ? `${view.height}px` : '100dvh');
    if (covered) {
      scrollTo(0, 0);
    }
  });
}
