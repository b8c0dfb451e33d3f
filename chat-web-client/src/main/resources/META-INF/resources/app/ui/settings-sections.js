import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../i18n/t.js';
import { icon } from './icons.js';
import { bars, stamp } from './parts.js';

/** @typedef {import('./settings.js').Shown} Shown */
/** @typedef {import('../store/types.js').FormView} FormView */

/** @param {SubmitEvent} event @returns {Record<string, string>} the values of a form that is not sent by the browser */
function valuesOf(event) {
  event.preventDefault();
  return /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget))));
}

/** What a form as a whole has to say. @param {FormView | undefined} form @param {string} [done] */
const outcome = (form, done = '') => html`${form?.summary ? html`<p class="summary" role="alert">${form.summary}</p>` : nothing}
  <p class="done" role="status">${form?.done && done ? html`${icon('check')}<span>${done}</span>` : nothing}</p>`;

/**
 * @param {{ id: string, name: string, label: string, error?: string | undefined, hint?: string, type?: string, autocomplete: string, value?: string }} field
 */
const field = ({ id, name, label, error = '', hint = '', type = 'text', autocomplete, value }) => html`<div class="field">
  <label for=${id}>${label}</label>
  <div class="box"><input id=${id} name=${name} type=${type} autocomplete=${/** @type {any} */ (autocomplete)} autocapitalize=${type === 'password' ? 'none' : nothing}
    spellcheck="false" dir=${type === 'password' ? 'ltr' : 'auto'} required .defaultValue=${value ?? ''}
    aria-invalid=${error ? 'true' : nothing} aria-describedby=${`${id}-hint ${id}-error`}></div>
  <p class="hint" id=${`${id}-hint`} ?hidden=${hint === ''}>${hint}</p>
  <p class="error" id=${`${id}-error`} ?hidden=${error === ''}>${error}</p>
</div>`;

/** Says whose password it is, so that a password manager offers the right one. @param {string} email */
const username = email => html`<input class="sr-only" type="email" name="username" autocomplete="username" tabindex="-1" aria-hidden="true" readonly .value=${email}>`;

/** @param {FormView | undefined} form @param {string} label @param {string} [look] */
const submit = (form, label, look = 'primary') => html`<button class="button ${look}" type="submit" aria-disabled=${form?.busy ? 'true' : nothing}>${label}</button>`;

/** @param {Shown} shown */
export function profileSection({ account, me, intents }) {
  const form = account.forms['profile'];
  return html`<div class="me">${stamp(me, { dot: false })}<span class="names"><strong class="cut" dir="auto">${me.name}</strong><span class="cut" dir="auto">${account.email}</span></span></div>
    <form @submit=${(/** @type {SubmitEvent} */ event) => intents.saveName(valuesOf(event)['name'] ?? '')} novalidate>
      ${outcome(form, t('settings.saved'))}
      ${field({ id: 'profile-name', name: 'name', label: t('auth.name'), hint: t('profile.hint'), error: form?.fields['name'], autocomplete: 'name', value: account.name })}
      <div class="dialog-actions">${submit(form, t('settings.save'))}</div>
    </form>`;
}

/** @param {Shown} shown */
export function privacySection({ account, intents }) {
  const all = /** @type {const} */ (['readReceipts', 'presence', 'discoverable']);
  return html`${outcome(account.forms['privacy'])}
    <div class="switches">${all.map(name => html`<label class="switch-row">
      <span><strong>${t(`privacy.${name}`)}</strong><span id=${`privacy-${name}`}>${t(`privacy.${name}.text`)}</span></span>
      <input type="checkbox" role="switch" name=${name} aria-label=${t(`privacy.${name}`)} aria-describedby=${`privacy-${name}`} .checked=${account.preferences[name]}
        @change=${(/** @type {Event} */ event) => intents.setPreference(name, /** @type {HTMLInputElement} */ (event.target).checked)}>
    </label>`)}</div>
    <h4 id="blocked-heading">${t('privacy.blocked')}</h4>
    ${blocked(account, intents)}`;
}

/** @param {Shown['account']} account @param {Shown['intents']} intents */
function blocked({ blocks }, intents) {
  if (blocks.status === 'error') return failed(t('privacy.blocked.error'), () => intents.loadBlocks());
  if (blocks.items.length === 0) return blocks.status === 'loading' ? bars() : html`<p class="quiet">${t('privacy.blocked.none')}</p>`;
  return html`<ul class="lines" role="list" aria-labelledby="blocked-heading">${repeat(blocks.items, ({ id }) => id, person => html`<li>
      ${stamp(person, { dot: false })}<span class="names"><span class="row-name cut" dir="auto">${person.name}</span></span>
      <button class="button" type="button" aria-label=${t('privacy.unblockName', { name: person.name })} @click=${() => intents.unblock(person.id)}>${t('chat.unblock')}</button>
    </li>`)}</ul>
    ${blocks.hasMore ? html`<p class="more"><button class="link" type="button" @click=${() => intents.moreBlocks()}>${t('people.more')}</button></p>` : nothing}`;
}

/** @param {string} text @param {() => void} retry */
const failed = (text, retry) => html`<p class="quiet" role="alert">${text} <button class="link" type="button" @click=${retry}>${t('list.retry')}</button></p>`;

/** @param {Shown} shown */
export function devicesSection({ account, intents }) {
  const { devices, forms } = account;
  if (devices.status === 'error') return failed(t('devices.error'), () => intents.loadDevices());
  if (devices.items.length === 0) return bars();
  return html`<p class="quiet">${t('devices.text')}</p>
    ${outcome(forms['devices'], t('devices.ended'))}
    <ul class="lines" role="list">${repeat(devices.items, ({ id }) => id, ({ id, name, current, seen }) => html`<li class=${current ? 'current' : ''}>
      <span class="line-icon">${icon('devices')}</span>
      <span class="names"><span class="row-name cut" dir="auto">${name}</span><span class="seen">${seen}</span></span>
      ${current
        ? html`<span class="badge">${t('devices.current')}</span>`
        : html`<button class="button" type="button" aria-label=${t('devices.endName', { name, seen })} @click=${() => intents.endSession(id)}>${t('auth.signOut')}</button>`}
    </li>`)}</ul>
    ${devices.items.length > 1
      ? html`<div class="dialog-actions"><button class="button danger" type="button" @click=${() => intents.endOtherSessions()}>${t('devices.endOthers')}</button></div>`
      : html`<p class="quiet">${t('devices.only')}</p>`}`;
}

/** @param {Shown} shown */
export function accountSection({ account, intents }) {
  const { password, deletion } = account.forms;
  return html`<h4>${t('account.password')}</h4>
    <form id="password-form" method="post" @submit=${(/** @type {SubmitEvent} */ event) => {
      const { currentPassword = '', newPassword = '' } = valuesOf(event);
      intents.changePassword(currentPassword, newPassword);
    }} novalidate>
      ${outcome(password, t('account.password.done'))}
      ${username(account.email)}
      ${field({ id: 'current-password', name: 'currentPassword', label: t('account.password.current'), type: 'password', autocomplete: 'current-password', error: password?.fields['currentPassword'] })}
      ${field({ id: 'new-password', name: 'newPassword', label: t('account.password.new'), type: 'password', autocomplete: 'new-password', hint: t('account.password.hint'), error: password?.fields['newPassword'] })}
      <div class="dialog-actions">${submit(password, t('account.password.save'))}</div>
    </form>
    <div class="danger-zone">
      <h4>${t('account.delete')}</h4>
      <p>${t('account.delete.erased')}</p>
      <p>${t('account.delete.kept')}</p>
      <form method="post" @submit=${(/** @type {SubmitEvent} */ event) => intents.deleteAccount(valuesOf(event)['password'] ?? '')} novalidate>
        ${outcome(deletion)}
        ${username(account.email)}
        ${field({ id: 'deletion-password', name: 'password', label: t('account.delete.password'), type: 'password', autocomplete: 'current-password', error: deletion?.fields['password'] })}
        <div class="dialog-actions">${submit(deletion, t('account.delete.save'), 'danger')}</div>
      </form>
    </div>`;
}

/** @param {Shown} shown */
export const appearanceSection = ({ settings, intents }) => html`
  ${choices('theme', settings.theme, /** @type {const} */ (['system', 'light', 'dark']), value => intents.setTheme(value))}
  ${choices('density', settings.density, /** @type {const} */ (['cosy', 'compact']), value => intents.setDensity(value))}`;

/** @param {Shown} shown */
export const dataSection = ({ account, intents }) => html`<p class="quiet">${t('data.text')}</p>
  ${outcome(account.forms['data'], t('data.done'))}
  <ul class="lines" role="list">
    <li><span class="names"><strong>${t('data.drafts')}</strong><span class="seen">${account.drafts}</span></span>
      <button class="button" type="button" aria-label=${t('data.drafts.clear')} aria-disabled=${account.hasDrafts ? nothing : 'true'}
        @click=${() => account.hasDrafts && intents.clearDrafts()}>${t('data.clear')}</button></li>
    <li><span class="names"><strong>${t('data.kept')}</strong><span class="seen">${t('data.kept.text')}</span></span>
      <button class="button" type="button" aria-label=${t('data.kept.clear')} @click=${() => intents.clearKept()}>${t('data.clear')}</button></li>
    <li><span class="names"><strong>${t('data.all')}</strong><span class="seen">${t('settings.signOut')}</span></span>
      <button class="button danger" type="button" @click=${() => intents.signOut()}>${t('auth.signOut')}</button></li>
  </ul>`;

/**
 * @template {string} T
 * @param {string} name
 * @param {T} chosen
 * @param {ReadonlyArray<T>} values
 * @param {(value: T) => void} choose
 */
const choices = (name, chosen, values, choose) => html`<fieldset>
  <legend class="legend">${t(`settings.${name}`)}</legend>
  <div class="choices">${values.map(value => html`<label class="choice">
    <input type="radio" name=${name} value=${value} .checked=${value === chosen} @change=${() => choose(value)}><span>${t(`settings.${name}.${value}`)}</span>
  </label>`)}</div>
</fieldset>`;
