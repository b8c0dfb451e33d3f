const QUIET = { lostEvent: 0, doubledEvent: 0, lateEvent: 0, lostAck: 0, refusal: 0, cut: 0, latencyMs: 5 };
const LATE_MS = 500;

/** A server in memory that keeps the rules of the protocol, and breaks what a network breaks. */
export class FakeServer {
  users = new Map();
  conversations = new Map();
  sockets = new Set();
  requests = [];
  down = false;
  /** Sockets open, and nothing comes through them. */
  silent = false;
  /** No socket opens, as behind some proxies. */
  walled = false;
  /** Whatever happens has a number: what a cursor points to. */
  happened = 0;
  #waiting = new Set();
  epoch = 'e1';

  constructor({ clock, random, faults }) {
    this.clock = clock;
    this.random = random;
    this.faults = { ...QUIET, ...faults };
  }

  user(name) {
    const user = { id: `u_${name}`, name, token: `token-of-${name}` };
    this.users.set(user.token, user);
    return user;
  }

  conversationOf(one, other) {
    const people = [one.id, other.id].sort();
    const id = `c_${people.join('_')}`;
    if (!this.conversations.has(id)) {
      const marks = Object.fromEntries(people.map(person => [person, { readSeq: 0, deliveredSeq: 0 }]));
      this.conversations.set(id, { id, people, marks, rev: 0, at: 0, messages: [], createdAt: this.#at() });
    }
    return this.conversations.get(id);
  }

  history(id) {
    return this.conversations.get(id)?.messages ?? [];
  }

  /** The messages of a conversation as a person is shown them. */
  seen(user, id) {
    return JSON.parse(JSON.stringify(this.history(id).map(message => this.#seenBy(user.id, message))));
  }

  /** Stores a message as if sent from elsewhere. */
  write(sender, other, text) {
    return this.#store(sender, this.conversationOf(sender, other), { clientMessageId: `elsewhere-${this.random()}`, text }).message;
  }

  /** As if changed elsewhere. @param {(message: any) => void} change */
  change({ id }, seq, change) {
    return this.#change(this.conversations.get(id), seq, change);
  }

  /** Every connection breaks. */
  cutAll(code = 1006) {
    [...this.sockets].forEach(socket => socket.close(code));
  }

  // --- STOMP

  clientClass(onCreated) {
    const server = this;
    return class {
      constructor(config) {
        Object.assign(this, config);
        this.socket = new FakeSocket(server, this);
        onCreated?.(this.socket);
      }
      activate() {
        this.socket.connect();
      }
      subscribe(destination, callback, headers) {
        this.socket.subscribe(destination, callback, headers);
      }
      publish(frame) {
        this.socket.publish(frame);
      }
      async deactivate({ force } = {}) {
        this.socket.close(force ? 1006 : 1000);
      }
    };
  }

  handle(socket, { destination, headers = {}, body }) {
    const { user } = socket;
    const data = JSON.parse(body);
    const accept = () => headers.receipt && socket.receipt(headers.receipt);
    this.requests.push({ destination, user: user.id, data });
    if (destination === '/app/messages.send') {
      this.#send(socket, user, data);
    } else if (destination === '/app/receipts') {
      this.report(user, this.conversations.get(data.conversationId), data);
      accept();
    } else if (destination === '/app/typing') {
      this.#push(this.#peerOf(data.conversationId, user), { type: 'typing', ...data, userId: user.id });
      accept();
    } else {
      accept();
    }
  }

  #send(socket, user, data) {
    const { lostAck, refusal } = this.faults;
    const id = data.clientMessageId;
    if (this.random() < refusal) {
      const problem = { code: 'rate-limited', status: 429 };
      socket.reply({ type: 'nack', re: id, problem, retryAfterMs: 700 });
      return;
    }
    const conversation = data.conversationId
      ? this.conversations.get(data.conversationId)
      : this.conversationOf(user, { id: data.toUserId });
    const refused = this.refuse?.(data) ?? (conversation ? undefined : { code: 'not-found', status: 404 });
    if (refused) {
      socket.reply({ type: 'nack', re: id, problem: refused });
      return;
    }
    const { message, replayed } = this.#store(user, conversation, data);
    if (this.random() >= lostAck) {
      socket.reply({ type: 'ack', re: id, status: replayed ? 200 : 201, replayed, message: this.#seenBy(user.id, message) });
    }
  }

  #store(user, conversation, { clientMessageId, text, replyTo }) {
    const { messages, id } = conversation;
    const held = messages.find(message => message.senderId === user.id && message.clientMessageId === clientMessageId);
    const number = messages.length + 1;
    const message = held ?? {
      conversationId: id,
      kind: 'text',
      seq: number,
      rev: ++conversation.rev,
      senderId: user.id,
      clientMessageId,
      text,
      replyTo,
      reactions: [],
      sentAt: this.#at(),
    };
    if (!held) {
      messages.push(message);
    }
    this.#tell(message.deletedAt ? 'message.deleted' : message.rev > message.seq ? 'message.updated' : 'message.created', conversation, message, number === 1 && !held);
    return { message, replayed: held ? true : undefined };
  }

  #change(conversation, seq, change) {
    const index = seq - 1;
    const before = conversation.messages[index];
    const message = structuredClone(before);
    change(message);
    if (JSON.stringify(message) === JSON.stringify(before)) {
      return before;
    }
    message.rev = ++conversation.rev;
    conversation.messages[index] = message;
    this.#tell(message.deletedAt ? 'message.deleted' : 'message.updated', conversation, message);
    return message;
  }

  #tell(type, conversation, message, first = false) {
    this.#happens(conversation);
    for (const person of conversation.people) {
      this.#push(person, {
        type,
        at: this.#at(),
        conversationId: conversation.id,
        rev: message.rev,
        message: this.#seenBy(person, message),
        ...(first && { conversation: this.#view(person, conversation) }),
      });
    }
  }

  #happens(conversation) {
    conversation.at = ++this.happened;
    [...this.#waiting].forEach(wake => wake());
  }

  report(user, conversation, { readSeq = 0, deliveredSeq = 0 }) {
    const mine = conversation.marks[user.id];
    const before = JSON.stringify(mine);
    const last = conversation.messages.length;
    mine.readSeq = Math.max(mine.readSeq, Math.min(readSeq, last));
    mine.deliveredSeq = Math.max(mine.deliveredSeq, Math.min(deliveredSeq, last), mine.readSeq);
    if (JSON.stringify(mine) !== before) {
      this.#happens(conversation);
      conversation.people.forEach(person =>
        this.#push(person, { type: 'receipts.updated', conversationId: conversation.id, userId: user.id, ...mine }),
      );
    }
    return mine;
  }

  #push(person, event) {
    for (const socket of this.sockets) {
      const { lostEvent, doubledEvent, lateEvent } = this.faults;
      const push = () => socket.message('/user/queue/events', event);
      if (socket.user.id === person && this.random() >= lostEvent) {
        this.random() < lateEvent ? this.clock.setTimeout(push, this.random() * LATE_MS) : push();
        this.random() < doubledEvent && push();
      }
    }
  }

  // --- REST

  async fetch(url, init) {
    const { pathname, searchParams } = new URL(url);
    await new Promise(resolve => this.clock.setTimeout(resolve, this.latency()));
    if (this.down || this.random() < this.faults.cut) {
      throw new TypeError('Failed to fetch');
    }
    const path = pathname.replace('/api/v1', '');
    const body = init.body && JSON.parse(init.body);
    this.requests.push({ method: init.method, path, query: Object.fromEntries(searchParams), body });
    const user = this.users.get(init.headers.Authorization?.replace('Bearer ', ''));
    await this.#patience(path, searchParams, user, init.signal);
    const [status, answer] = this.#route(init.method, path, Object.fromEntries(searchParams), body, user);
    await new Promise(resolve => this.clock.setTimeout(resolve, this.latency()));
    return new Response(answer === undefined ? null : JSON.stringify(answer), { status });
  }

  /** Holds a request for news until there are some, or the time is up. */
  async #patience(path, query, user, signal) {
    const wait = Number(query.get('wait') ?? 0) * 1000;
    const news = () => this.#list(user).some(({ at }) => at > Number(query.get('since').split(':')[1]));
    if (path !== '/sync' || !wait || !user || news()) {
      return;
    }
    await new Promise(resolve => {
      const wake = () => {
        this.clock.clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = this.clock.setTimeout(wake, wait);
      this.#waiting.add(wake);
      signal?.addEventListener('abort', wake);
    });
    if (signal?.aborted) {
      throw new TypeError('aborted');
    }
  }

  #route(method, path, query, body, user) {
    if (method === 'POST' && path === '/sessions') {
      const found = [...this.users.values()].find(({ name }) => body.email === name);
      return found && body.password === 'secret'
        ? [201, { user: found, session: { id: 's_1' }, token: found.token }]
        : [401, { code: 'invalid-credentials', status: 401 }];
    }
    if (!user) {
      return [401, { code: 'session-revoked', status: 401 }];
    }
    const [, , id, sub, seq, , emoji] = path.split('/');
    const own = this.conversations.get(id)?.people.includes(user.id) ? this.conversations.get(id) : undefined;
    if (path === '/me') {
      return [200, { id: user.id, name: user.name }];
    }
    if (path === '/conversations') {
      return [200, this.#listPage(user, query)];
    }
    if (path === '/sync') {
      return this.#sync(user, query);
    }
    if (method === 'POST' && path === '/messages') {
      const { message, replayed } = this.#store(user, this.conversationOf(user, { id: body.toUserId }), body);
      return [replayed ? 200 : 201, this.#seenBy(user.id, message)];
    }
    if (method === 'DELETE' && path === '/sessions/current') {
      this.users.delete(user.token);
      return [204, undefined];
    }
    if (path.startsWith('/conversations/with/')) {
      return [200, this.#view(user.id, this.conversationOf(user, { id: sub }))];
    }
    if (!own) {
      return [404, { code: 'not-found', status: 404, requestId: 'r1' }];
    }
    if (sub === 'receipts') {
      return [200, this.report(user, own, body)];
    }
    if (sub === 'changes') {
      return [200, this.#changes(user, own, query)];
    }
    if (sub === 'messages' && method === 'POST') {
      const { message, replayed } = this.#store(user, own, body);
      return [replayed ? 200 : 201, this.#seenBy(user.id, message)];
    }
    if (sub === 'messages' && seq) {
      return this.#one(method, user, own, Number(seq), emoji && decodeURIComponent(emoji), body);
    }
    if (method === 'PATCH') {
      const mine = own.marks[user.id];
      Object.assign(mine, body, { version: (mine.version ?? 0) + 1 });
      this.#happens(own);
      this.#push(user.id, { type: 'conversation.updated', conversationId: id, me: structuredClone(mine) });
    }
    return [200, sub === 'messages' ? this.#page(user, own, query) : this.#view(user.id, own)];
  }

  #one(method, user, conversation, seq, emoji, body) {
    const held = conversation.messages[seq - 1];
    if (!held) {
      return [404, { code: 'not-found', status: 404 }];
    }
    if (method !== 'GET' && !emoji && held.senderId !== user.id) {
      return [403, { code: 'not-message-author', status: 403 }];
    }
    if (held.deletedAt && (emoji || method === 'PATCH')) {
      return [409, { code: 'message-deleted', status: 409 }];
    }
    const message = this.#change(conversation, seq, next => {
      if (emoji) {
        react(next, user.id, emoji, method === 'PUT');
      } else if (method === 'PATCH' && next.text !== body.text) {
        Object.assign(next, { text: body.text, editedAt: this.#at() });
      } else if (method === 'DELETE') {
        erase(next, next.deletedAt ?? this.#at());
      }
    });
    return method === 'DELETE' && !emoji ? [204, undefined] : [200, this.#seenBy(user.id, message)];
  }

  #changes(user, { messages, rev }, { since, limit }) {
    const all = messages.filter(message => message.rev > Number(since)).sort((one, other) => one.rev - other.rev);
    const items = all.slice(0, Number(limit));
    const hasMore = items.length < all.length;
    return { messages: items.map(message => this.#seenBy(user.id, message)), rev: hasMore ? items.at(-1).rev : rev, hasMore };
  }

  #sync(user, { since, limit }) {
    const [epoch, number] = (since ?? `${this.epoch}:${this.happened}`).split(':');
    if (epoch !== this.epoch) {
      return [409, { code: 'sync-reset', status: 409 }];
    }
    const news = this.#list(user).filter(({ at }) => at > Number(number)).sort((one, other) => one.at - other.at);
    const some = news.slice(0, Number(limit));
    const hasMore = some.length < news.length;
    const next = `${epoch}:${hasMore ? some.at(-1).at : this.happened}`;
    return [200, { conversations: some.map(conversation => this.#view(user.id, conversation)), next, hasMore }];
  }

  #list(user) {
    return [...this.conversations.values()]
      .filter(({ people, messages }) => people.includes(user.id) && messages.length)
      .sort((one, other) => other.messages.at(-1).sentAt.localeCompare(one.messages.at(-1).sentAt));
  }

  #listPage(user, { cursor = 0, limit }) {
    const own = this.#list(user);
    const end = Number(cursor) + Number(limit);
    const items = own.slice(Number(cursor), end).map(conversation => this.#view(user.id, conversation));
    return { items, next: end < own.length ? String(end) : undefined, sync: cursor ? undefined : `${this.epoch}:${this.happened}` };
  }

  #page(user, { messages, rev }, { before, after, around, limit = 50 }) {
    const size = Number(limit);
    const last = messages.length;
    const top = before === undefined ? last : Math.min(Number(before) - 1, last);
    const middle = Math.max(0, Math.min(Number(around) - 1 - Math.floor(size / 2), last - size));
    const start = after !== undefined ? Number(after) : around !== undefined ? middle : Math.max(0, top - size);
    const end = after !== undefined || around !== undefined ? start + size : top;
    const items = messages.slice(start, end).map(message => this.#seenBy(user.id, message));
    return structuredClone({ items, hasBefore: start > 0, hasAfter: end < last, rev });
  }

  #view(person, { id, people, messages, rev, marks, createdAt }) {
    const peer = people.find(one => one !== person);
    const lastMessage = messages.at(-1) && this.#seenBy(person, messages.at(-1));
    const unreadCount = messages.filter(({ seq, senderId, deletedAt }) => senderId === peer && !deletedAt && seq > marks[person].readSeq).length;
    return structuredClone({
      id,
      kind: 'direct',
      peer: { id: peer, name: peer.slice(2) },
      lastSeq: messages.length,
      rev,
      lastMessage,
      unreadCount,
      me: { version: 0, ...marks[person] },
      peerReceipts: marks[peer],
      canSend: true,
      createdAt,
    });
  }

  #seenBy(person, { clientMessageId, ...message }) {
    return message.senderId === person ? { ...message, clientMessageId } : message;
  }

  #peerOf(id, user) {
    return this.conversations.get(id).people.find(person => person !== user.id);
  }

  #at() {
    return new Date(this.clock.now()).toISOString();
  }

  latency() {
    return this.faults.latencyMs * (0.5 + this.random());
  }
}

/** One connection: frames arrive in order, or not at all once it broke. */
class FakeSocket {
  subscriptions = new Map();
  user = undefined;
  open = true;
  black = false;
  lastAt = { in: 0, out: 0 };

  constructor(server, client) {
    this.server = server;
    this.client = client;
  }

  connect() {
    const { server, client } = this;
    server.clock.setTimeout(() => this.user || this.close(4001), client.connectionTimeout);
    this.#later('in', () => {
      const user = server.users.get(client.connectHeaders.Authorization?.replace('Bearer ', ''));
      if (server.down || server.walled) {
        this.close(1006);
      } else if (!user) {
        client.onStompError({ headers: { message: 'session-revoked' }, body: '{"code":"session-revoked","status":401}' });
        this.close(4401);
      } else {
        this.user = user;
        server.sockets.add(this);
        client.onConnect({ headers: { 'user-name': user.id, epoch: server.epoch } });
      }
    });
  }

  subscribe(destination, callback, { receipt }) {
    this.#later('in', () => {
      this.subscriptions.set(destination, callback);
      this.receipt(receipt);
    });
  }

  publish(frame) {
    if (!this.open || !this.user) {
      throw new TypeError('There is no underlying STOMP connection');
    }
    this.#later('in', () => {
      if (this.server.random() < this.server.faults.cut) {
        this.close(1006);
      } else {
        this.server.handle(this, frame);
      }
    });
  }

  receipt(id) {
    this.#later('out', () => this.client.onUnhandledReceipt({ headers: { 'receipt-id': id } }));
  }

  reply(body) {
    this.message('/user/queue/replies', body);
  }

  message(destination, body) {
    const text = JSON.stringify(body);
    this.#later('out', () => this.subscriptions.get(destination)?.({ body: text }));
  }

  close(code) {
    if (this.open) {
      this.vanish();
      this.client.onWebSocketClose({ code });
    }
  }

  /** Nobody is told. */
  vanish() {
    this.open = false;
    this.server.sockets.delete(this);
  }

  #later(way, run) {
    const at = Math.max(this.lastAt[way], this.server.clock.now() + this.server.latency());
    this.lastAt[way] = at;
    this.server.clock.setTimeout(() => this.open && !this.black && !this.server.silent && run(), at - this.server.clock.now());
  }
}

/** What a deletion leaves. @param {any} message @param {string} at */
export function erase(message, at) {
  ['text', 'replyTo', 'reactions', 'editedAt'].forEach(field => delete message[field]);
  message.deletedAt = at;
}

/** @param {any} message @param {string} userId @param {string} emoji @param {boolean} on */
export function react(message, userId, emoji, on) {
  const others = message.reactions.filter(one => one.emoji !== emoji);
  const userIds = (message.reactions.find(one => one.emoji === emoji)?.userIds ?? []).filter(id => id !== userId);
  const now = on ? [...userIds, userId] : userIds;
  message.reactions = now.length ? [...others, { emoji, userIds: now }] : others;
}
