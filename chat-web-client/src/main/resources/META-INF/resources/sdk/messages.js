import { conversationPath } from './rest.js';

/**
 * @typedef {import('./types.js').Abortable} Abortable
 * @typedef {import('./types.js').Message} Message
 * @typedef {import('./types.js').MessagePage} MessagePage
 * @typedef {{ before?: number, after?: number, around?: number, limit?: number }} Query
 */

/**
 * The messages of a conversation: its pages, and what a person does with one of them.
 *
 * @param {{ order: import('./order.js').Order, catchUp: import('./catchup.js').CatchUp, rest: import('./rest.js').Rest }} parts
 * @param {string} id of the conversation
 */
export function messagesOf({ order, catchUp, rest }, id) {
  const rev = () => order.point(id)?.rev ?? 0;

  /** @param {Query} query @param {Abortable} [options] */
  const read = async (query, options) => {
    let page = await rest.messages(id, query, options);
    const seq = page.items.at(-1)?.seq ?? query.after ?? 0;
    if (!page.hasAfter) {
      catchUp.learn(id, { rev: page.rev, seq });
    }
    while (page.rev < rev()) {
      const changed = await rest.changes(id, page.rev, options);
      if (changed.rev <= page.rev) {
        break; // the server does not know more
      }
      page = merge(page, changed, seq);
    }
    return page;
  };

  const page =
    (/** @type {'before' | 'after' | 'around'} */ side) =>
    (/** @type {number | undefined} */ seq, /** @type {number} */ limit = 50, /** @type {Abortable | undefined} */ options) =>
      read({ [side]: seq, limit }, options);

  /**
   * @param {string} method
   * @param {string | number} path below the messages
   * @param {import('./rest.js').Call} [call]
   * @returns {Promise<any>} the message, unless it was deleted
   */
  const change = async (method, path, call) => {
    const before = rev();
    const message = await rest.call(method, `${conversationPath(id)}/messages/${path}`, call);
    order.expect(id, message?.rev ?? before + 1);
    return message;
  };

  const reaction =
    (/** @type {string} */ method) =>
    (/** @type {number} */ seq, /** @type {string} */ emoji, /** @type {Abortable | undefined} */ options) =>
      /** @type {Promise<Message>} */ (change(method, `${seq}/reactions/${encodeURIComponent(emoji)}`, options));

  const before = page('before');
  return {
    newest: (/** @type {number} */ limit, /** @type {Abortable | undefined} */ options) => before(undefined, limit, options),
    before,
    after: page('after'),
    around: page('around'),
    get: (/** @type {number} */ seq, /** @type {Abortable | undefined} */ options) => /** @type {Promise<Message>} */ (change('GET', seq, options)),
    edit: (/** @type {number} */ seq, /** @type {string} */ text, /** @type {Abortable | undefined} */ options) =>
      /** @type {Promise<Message>} */ (change('PATCH', seq, { body: { text }, ...options })),
    remove: (/** @type {number} */ seq, /** @type {Abortable | undefined} */ options) =>
      /** @type {Promise<void>} */ (change('DELETE', seq, options)),
    react: reaction('PUT'),
    unreact: reaction('DELETE'),
  };
}

/**
 * A page with what changed since it was read, so that it never takes the reader back.
 *
 * @param {MessagePage} page
 * @param {{ messages: Message[], rev: number }} changed
 * @param {number} end the last message of the page, or where an empty one stands
 * @returns {MessagePage}
 */
function merge(page, { messages, rev }, end) {
  const items = new Map(page.items.map(item => [item.seq, item]));
  for (const message of messages) {
    const held = items.get(message.seq);
    if (held ? message.rev > held.rev : !page.hasAfter && message.seq > end) {
      items.set(message.seq, message);
    }
  }
  return { ...page, items: [...items.values()].sort((one, other) => one.seq - other.seq), rev };
}
