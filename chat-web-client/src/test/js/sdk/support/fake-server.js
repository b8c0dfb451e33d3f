const QUIET = { lostEvent: 0, lostAck: 0, refusal: 0, cut: 0, latencyMs: 5 };

/** A server in memory that keeps the rules of the protocol, and breaks what a network breaks. */
export class FakeServer {
  users = new Map();
  conversations = new Map();
  sockets = new Set();
  requests = [];
  down = false;
  /** Sockets open, and nothing comes through them. */
  silent = false;
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
      this.conversations.set(id, { id, people, marks, messages: [], createdAt: this.#at() });
    }
    return this.conversations.get(id);
  }

  history(id) {
    return this.conversations.get(id)?.messages ?? [];
  }

  /** Stores a message as if sent from elsewhere. */
  write(sender, other, text) {
    return this.#store(sender, this.conversationOf(sender, other), { clientMessageId: `elsewhere-${this.random()}`, text }).message;
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
      watchForReceipt(id, callback) {
        this.socket.receipts.set(id, callback);
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
      rev: number,
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
    for (const person of conversation.people) {
      const first = number === 1 && !held;
      this.#push(person, {
        type: 'message.created',
        at: this.#at(),
        conversationId: id,
        rev: message.rev,
        message: this.#seenBy(person, message),
        ...(first && { conversation: this.#view(person, conversation) }),
      });
    }
    return { message, replayed: held ? true : undefined };
  }

  report(user, conversation, { readSeq = 0, deliveredSeq = 0 }) {
    const mine = conversation.marks[user.id];
    const before = JSON.stringify(mine);
    const last = conversation.messages.length;
    mine.readSeq = Math.max(mine.readSeq, Math.min(readSeq, last));
    mine.deliveredSeq = Math.max(mine.deliveredSeq, Math.min(deliveredSeq, last), mine.readSeq);
    if (JSON.stringify(mine) !== before) {
      conversation.people.forEach(person =>
        this.#push(person, { type: 'receipts.updated', conversationId: conversation.id, userId: user.id, ...mine }),
      );
    }
    return mine;
  }

  #push(person, event) {
    for (const socket of this.sockets) {
      if (socket.user.id === person && this.random() >= this.faults.lostEvent) {
        socket.message('/user/queue/events', event);
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
    const [status, answer] = this.#route(init.method, path, Object.fromEntries(searchParams), body, user);
    await new Promise(resolve => this.clock.setTimeout(resolve, this.latency()));
    return new Response(answer === undefined ? null : JSON.stringify(answer), { status });
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
    const [, , id, sub] = path.split('/');
    const own = this.conversations.get(id)?.people.includes(user.id) ? this.conversations.get(id) : undefined;
    if (path === '/conversations') {
      return [200, this.#list(user, query)];
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
    return [200, sub === 'messages' ? this.#page(user, own, query) : this.#view(user.id, own)];
  }

  #list(user, { cursor = 0, limit }) {
    const own = [...this.conversations.values()]
      .filter(({ people, messages }) => people.includes(user.id) && messages.length)
      .sort((one, other) => other.messages.at(-1).sentAt.localeCompare(one.messages.at(-1).sentAt));
    const end = Number(cursor) + Number(limit);
    const items = own.slice(Number(cursor), end).map(conversation => this.#view(user.id, conversation));
    return { items, next: end < own.length ? String(end) : undefined };
  }

  #page(user, { messages }, { before, after, limit = 50 }) {
    const size = Number(limit);
    const last = messages.length;
    const start = after !== undefined ? Number(after) : Math.max(0, (before ? Math.min(Number(before) - 1, last) : last) - size);
    const end = after !== undefined ? start + size : before ? Math.min(Number(before) - 1, last) : last;
    const items = messages.slice(start, end).map(message => this.#seenBy(user.id, message));
    return { items, hasBefore: start > 0, hasAfter: end < last, rev: last };
  }

  #view(person, { id, people, messages, marks, createdAt }) {
    const peer = people.find(one => one !== person);
    const lastMessage = messages.at(-1) && this.#seenBy(person, messages.at(-1));
    const unreadCount = messages.filter(({ seq, senderId }) => senderId === peer && seq > marks[person].readSeq).length;
    return structuredClone({
      id,
      kind: 'direct',
      peer: { id: peer, name: peer.slice(2) },
      lastSeq: messages.length,
      rev: messages.length,
      lastMessage,
      unreadCount,
      me: { ...marks[person], version: 0 },
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
  receipts = new Map();
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
      if (server.down) {
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
    this.#later('out', () => this.receipts.get(id)?.());
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
