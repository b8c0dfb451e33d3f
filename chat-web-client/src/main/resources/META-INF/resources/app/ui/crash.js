import { t } from '../i18n/t.js';

/** Says so when the page itself fails. What was written is stored, so a reload is safe. */
export function watchErrors() {
  addEventListener('error', ({ error, filename }) => error && isOurs(filename) && tell());
  addEventListener('unhandledrejection', ({ reason }) => reason instanceof Error && reason.name !== 'ChatProblem' && isOurs(reason.stack ?? '') && tell());
}

/** Extensions of the browser fail in the page too. @param {string} source */
const isOurs = source => source.includes(location.origin);

function tell() {
  if (document.querySelector('.crash')) {
    return;
  }
  const box = document.createElement('div');
  box.className = 'toast error crash';
  box.setAttribute('role', 'alert');
  const words = document.createElement('span');
  words.textContent = `${t('crash.title')} ${t('crash.text')}`;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link';
  button.textContent = t('crash.reload');
  button.addEventListener('click', () => location.reload());
  box.append(words, button);
  document.body.append(box);
}
