import { seenParts } from '../text/dates.js';
import { t } from '../i18n/t.js';
import { NO_FORM } from './account.js';
import { fieldTexts, problemText } from './words.js';

/**
 * What the settings show of the own account.
 *
 * @typedef {import('./state.js').State} State
 * @typedef {import('./types.js').AccountView} AccountView
 * @typedef {import('./types.js').FormView} FormView
 * @typedef {import('./types.js').PersonView} PersonView
 * @typedef {import('../text/dates.js').Place} Place
 */

/** The forms, and the field at which a wrong password is told. */
const FORMS = /** @type {const} */ ({
  profile: '',
  privacy: '',
  password: 'currentPassword',
  deletion: 'password',
  devices: '',
  blocks: '',
  data: '',
});

/** @param {import('./state.js').Form} form @param {string} wrong @returns {FormView} */
function formView({ busy, problem, done }, wrong) {
  const mistaken = problem?.code === 'wrong-password' && wrong !== '';
  const fields = mistaken ? { [wrong]: t('problem.wrong-password') } : fieldTexts(problem);
  return { busy, done, fields, summary: Object.keys(fields).length > 0 ? '' : problemText(problem) };
}

/** @param {import('../../sdk/types.js').Session} session @param {string} today @param {Place} place */
function deviceView({ id, client, current, lastSeenAt }, today, place) {
  const { kind, time, date } = seenParts(Date.parse(lastSeenAt), today, place);
  return { id, name: client ?? t('devices.unnamed'), current, seen: current ? t('devices.now') : t(`devices.seen.${kind}`, { time, date }) };
}

/**
 * @param {State} state
 * @param {import('./keep.js').Keeper} keeper
 * @param {{ today: string, place: Place, person: (user: import('./state.js').User) => PersonView }} context
 * @returns {AccountView | null}
 */
export function accountView({ account, session: { me }, drafts }, keeper, { today, place, person }) {
  if (!account.open || !me) return null;
  const forms = Object.entries(FORMS).map(([name, wrong]) => {
    const form = formView(account.forms[name] ?? NO_FORM, wrong);
    return [name, keeper.keep(`form ${name}`, { ...form, fields: keeper.keep(`form fields ${name}`, form.fields) })];
  });
  const devices = account.devices.items.map(one => keeper.keep(`device ${one.id}`, deviceView(one, today, place)));
  const count = Object.values(drafts).filter(text => text.trim() !== '').length;
  return keeper.keep('account', {
    name: me.name ?? '',
    email: me.email,
    preferences: keeper.keep('preferences', { readReceipts: true, presence: true, discoverable: true, ...me.preferences }),
    forms: keeper.keep('forms', Object.fromEntries(forms)),
    devices: keeper.keep('devices', { status: account.devices.status, items: keeper.keep('device items', devices) }),
    blocks: keeper.keep('blocks', {
      status: account.blocks.status,
      items: keeper.keep('blocked people', account.blocks.items.map(person)),
      hasMore: account.blocks.next !== null,
    }),
    drafts: count === 0 ? t('data.drafts.none') : t('data.drafts.count', { count }),
    hasDrafts: count > 0,
  });
}
