import assert from 'node:assert/strict';
import { memoryStorage } from '../../../main/resources/META-INF/resources/sdk/storage.js';
import { Disk } from '../../../main/resources/META-INF/resources/app/db/disk.js';
import { createApp } from '../../../main/resources/META-INF/resources/app/net/app.js';
import { FakeClock, ME, NOON, conversation, message } from './support.js';

/** Answers what the test laid out, and remembers what it was asked. */
export class FakeClient {
  calls = [];
  answers = new Map();
  points = new Map([['c_1', { rev: 2, seq: 2 }]]);
  status = { state: 'idle' };
  epoch = 'e1';
  cursor = 'e1:0';
  #handlers = [];

  on(type, handler) {
    assert.equal(type, '*');
    this.#handlers.push(handler);
  }

  emit(event) {
    for (const handler of this.#handlers) handler(event);
  }

  answer(name, ...answers) {
    this.answers.set(name, answers);
  }

  #call(name, ...args) {
    this.calls.push([name, ...args]);
    const answers = this.answers.get(name) ?? [];
    const next = answers.length > 1 ? answers.shift() : answers[0];
    return next instanceof Error || next?.code ? Promise.reject(next) : Promise.resolve(next);
  }

  made(name) {
    return this.calls.filter(([called]) => called === name).map(([, ...args]) => args);
  }

  signIn = form => this.#call('signIn', form);
  register = form => this.#call('register', form);
  signOut = () => this.#call('signOut');
  me = () => this.#call('me');
  server = () => this.#call('server');
  outbox = () => this.answers.get('outbox') ?? [];
  point = id => this.points.get(id);
  resume = (epoch, cursor, kept) => void this.#call('resume', epoch, cursor, kept);
  connect = () => this.#call('connect');
  disconnect = () => void this.#call('disconnect');
  wake = () => void this.#call('wake');
  conversations = query => this.#call('conversations', query.cursor);
  conversation = id => this.#call('conversation', id);
  openConversation = id => this.#call('openConversation', id);
  users = ({ q, cursor }) => this.#call('users', q, cursor);
  presence = ids => this.#call('presence', ids);
  messages = id =>
    Object.fromEntries(
      ['newest', 'before', 'after', 'around', 'get', 'edit', 'remove', 'react', 'unreact'].map(name => [
        name,
        (...args) => this.#call(name, id, ...(name === 'newest' || name === 'before' ? args.slice(0, 1).filter(() => name !== 'newest') : args)),
      ]),
    );
  configure = (id, settings) => this.#call('configure', id, settings);
  typing = (id, active) => void this.#call('typing', id, active);
  read = (id, seq) => void this.#call('read', id, seq);
  watch = ids => void this.#call('watch', ids);
  appear = state => void this.#call('appear', state);
  discard = id => this.#call('discard', id);
  retry = id => this.#call('retry', id);
  account = Object.fromEntries(
    ['me', 'updateMe', 'changePassword', 'deleteAccount', 'sessions', 'endSession', 'endOtherSessions', 'blocks', 'block', 'unblock', 'lookUp'].map(name => [
      name,
      (...args) => this.#call(name, ...args),
    ]),
  );
  send = draft => {
    this.#call('send', draft);
    this.emit({
      type: 'outbox.changed',
      entry: { clientMessageId: `k${this.made('send').length}`, ...draft, at: NOON, state: 'pending' },
    });
  };
}

const SERVER = { limits: { textCodePoints: 10 }, features: [], directory: 'open', registration: 'open' };
/** Everything that waits for promises only has happened. */
export const settled = async () => {
  for (let i = 0; i < 20; i++) await null;
};

/** @param {{ me?: object | null, heads?: object[], page?: object, disk?: Disk }} [world] */
export async function app({
  me = ME,
  heads = [conversation({ lastSeq: 2, rev: 2, unreadCount: 2 })],
  page = { items: [message(1), message(2)], hasBefore: false },
  disk = new Disk(memory),
  recent = memoryStorage(),
} = {}) {
  const client = new FakeClient();
  const clock = new FakeClock();
  if (me) disk.remember(me);
  client.answer('me', me ?? problem('authentication-required'));
  client.answer('server', SERVER);
  client.answer('conversations', { items: heads });
  client.answer('newest', page);
  client.answer('presence', []);
  client.answer('blocks', { items: [] });
  client.answer('sessions', []);
  const made = createApp({
    client,
    account: client.account,
    device: 'Firefox on Linux',
    disk,
    recent,
    clock,
    schedule: render => queueMicrotask(render),
    page: { visible: true, focused: true, online: true },
    locale: 'en-GB',
    zone: 'UTC',
  });
  made.start();
  await settled();
  return { client, clock, disk, recent, ...made };
}

function memory() {
  const values = new Map();
  return {
    getItem: key => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: key => void values.delete(key),
    key: i => [...values.keys()][i] ?? null,
    get length() {
      return values.size;
    },
  };
}

/** @param {string} code @param {object} [more] */
export const problem = (code, more = {}) => Object.assign(new Error(code), { code, ...more });
