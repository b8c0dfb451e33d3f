/**
 * @typedef {import('./types.js').Abortable} Abortable
 * @typedef {import('./types.js').Me} Me
 * @typedef {import('./types.js').Session} Session
 * @typedef {import('./types.js').User} User
 * @typedef {{ cursor?: string, limit?: number, signal?: AbortSignal }} PageQuery
 */

const PAGE = 100;

/**
 * What a person does with the own account: profile, password, sessions, blocks, and finding people by address.
 *
 * @param {import('./client.js').ChatClient} chat
 */
export function accountOf(chat) {
  const { rest } = chat;

  /** @param {string} path @param {string} id */
  const at = (path, id) => `${path}/${encodeURIComponent(id)}`;

  return {
    /** @param {Abortable} [options] @returns {Promise<Me>} */
    me: options => rest.get('/me', options),

    /**
     * What stays out is kept.
     *
     * @param {{ name?: string, preferences?: Partial<import('./types.js').Preferences> }} change
     * @param {Abortable} [options]
     * @returns {Promise<Me>}
     */
    updateMe: (change, options) => rest.call('PATCH', '/me', { body: change, ...options }),

    /**
     * All other sessions end.
     *
     * @param {string} currentPassword
     * @param {string} newPassword
     * @param {Abortable} [options]
     * @returns {Promise<void>} rejects with `wrong-password`, or `validation-failed` at `/newPassword`
     */
    changePassword: (currentPassword, newPassword, options) =>
      rest.call('PUT', '/me/password', { body: { currentPassword, newPassword }, ...options }),

    /**
     * Erases the account, and what this client holds of it, in all tabs.
     *
     * @param {string} password
     * @param {Abortable} [options]
     * @returns {Promise<void>} rejects with `wrong-password`
     */
    async deleteAccount(password, options) {
      await rest.call('POST', '/me/deletion', { body: { password }, ...options });
      await chat.signOut().catch(() => chat.disconnect()); // gone, whether the server hears of it or not
    },

    /** @param {Abortable} [options] @returns {Promise<Session[]>} all of them, the newest first */
    async sessions(options) {
      /** @type {Session[]} */
      const all = [];
      let cursor;
      do {
        const page = await rest.get('/sessions', { cursor, limit: PAGE, ...options });
        all.push(...page.items);
        cursor = page.next;
      } while (cursor);
      return all;
    },

    /** To end the own one there is `signOut()`. @param {string} id @param {Abortable} [options] @returns {Promise<void>} */
    endSession: (id, options) => rest.call('DELETE', at('/sessions', id), options),

    /** @param {Abortable} [options] @returns {Promise<void>} */
    endOtherSessions: options => rest.call('DELETE', '/sessions', options),

    /** @param {string} id @param {Abortable} [options] @returns {Promise<User>} */
    user: (id, options) => rest.get(at('/users', id), options),

    /** @param {string} email the whole of it @param {Abortable} [options] @returns {Promise<User[]>} nobody, or the one */
    lookUp: async (email, options) => (await rest.call('POST', '/users/lookup', { body: { email }, ...options })).items,

    /** @param {PageQuery} [query] @returns {Promise<import('./types.js').Page<User>>} */
    blocks: query => rest.get('/me/blocks', query),

    /** Nobody is told. @param {string} userId @param {Abortable} [options] @returns {Promise<void>} */
    block: (userId, options) => rest.call('PUT', at('/me/blocks', userId), options),

    /** @param {string} userId @param {Abortable} [options] @returns {Promise<void>} */
    unblock: (userId, options) => rest.call('DELETE', at('/me/blocks', userId), options),
  };
}
