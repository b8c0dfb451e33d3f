import { CatchUp } from './catchup.js';
import { Connection } from './connection.js';
import { Emitter } from './emitter.js';
import { bodyOf } from './item.js';
import { Order } from './order.js';
import { Outbox } from './outbox.js';
import { ChatProblem } from './problem.js';
import { Receipts } from './receipts.js';
import { Rest } from './rest.js';
import { Rounds } from './rounds.js';
import { Typing, Watch } from './signals.js';

/**
 * @typedef {import('./types.js').AnyEvent} AnyEvent
 * @typedef {import('./types.js').Conversation} Conversation
 * @typedef {import('./types.js').StoredEntry} StoredEntry
 * @typedef {{
 *   baseUrl: string, auth?: import('./rest.js').Auth, storage: import('./types.js').Storage,
 *   webSocketFactory?: (url: string) => any, loadStomp: () => Promise<{ Client: any }>,
 *   platform: import('./platform.js').Platform
 * }} EngineOptions
 */

/** Joins the parts: what the server tells goes to order, outbox and receipts, and when the connection is up they do their work. */
export class Engine {
  #platform;
  #emit;
  /** @type {Map<string, string>} conversation by peer */
  #peers = new Map();
  #ending = false;
  userId = '';
  /** @type {string | undefined} */
  epoch = undefined;

  /** @param {EngineOptions} options */
  constructor(options) {
    const { platform } = options;
    const emitter = new Emitter(platform.report);
    const rest = new Rest({ ...options, onSessionOver: problem => this.connection.stop(problem) });
    const parts = { ...options, rest, emit: emitter.emit, line: () => this.connection.live };
    this.#platform = platform;
    this.#emit = emitter.emit;
    this.emitter = emitter;
    this.rest = rest;
    this.order = new Order({ ...parts, emit: event => this.#told(event), heal: id => this.catchUp.heal(id) });
    /** @type {CatchUp} */
    this.catchUp = new CatchUp({
      ...parts,
      up: () => this.connection.up,
      order: this.order,
      onConversation: conversation => this.#conversation(conversation),
      onReset: () => this.#reset(),
    });
    this.outbox = new Outbox({
      ...parts,
      ready: () => this.connection.live !== undefined,
      transmit: entry => this.#transmit(entry),
      lane: ({ conversationId, to = '' }) => conversationId ?? this.#peers.get(to) ?? to,
      onTold: ({ signedOut }) => signedOut && this.#signedOut(),
    });
    this.receipts = new Receipts(parts);
    this.typing = new Typing(parts);
    this.watch = new Watch(parts);
    /** @type {Connection} */
    this.connection = new Connection({
      ...parts,
      onEvent: event => this.#pushed(event),
      poll: waiting => this.catchUp.run(waiting),
      catchUp: wire => this.#subscribed(wire),
      onStatus: status => this.#status(status),
    });
    this.rounds = new Rounds({
      ...parts,
      connection: this.connection,
      round: () => this.#round(false).catch(() => {}), // the next occasion tries again
      leave: gone => {
        this.receipts.leave();
        gone && this.outbox.tabs.bye();
      },
    });
  }

  start() {
    this.rounds.start();
    this.connection.start();
  }

  /** Another person than before starts from nothing. @param {string} userId */
  become(userId) {
    if (this.userId && this.userId !== userId) {
      this.#reset(this.epoch);
    }
    this.userId = userId;
    return this.outbox.open(userId);
  }

  /** @param {AbortSignal} [signal] */
  async signOut(signal) {
    this.#ending = true;
    try {
      await this.rest.signOut(signal);
      this.outbox.tabs.tell({ signedOut: true });
      await this.#signedOut();
    } finally {
      this.#ending = false;
    }
  }

  /** @param {Conversation} conversation */
  learn(conversation) {
    const { id, peer, rev, lastSeq } = conversation;
    this.#peers.set(peer.id, id);
    this.catchUp.learn(id, { rev, seq: lastSeq });
    return conversation;
  }

  #signedOut() {
    this.#forget();
    this.userId = '';
    this.connection.stop(ChatProblem.local('signed-out'));
    return this.outbox.wipe();
  }

  /** @param {string} [epoch] of the store from now on */
  #reset(epoch) {
    this.#forget();
    this.epoch = epoch;
    this.#emit({ type: 'reset' });
  }

  #forget() {
    this.order.clear();
    this.catchUp.clear();
    this.receipts.clear();
    this.watch.clear();
    this.#peers.clear();
  }

  /** @param {AnyEvent} event */
  #pushed(event) {
    if (event.message) {
      this.catchUp.take(/** @type {import('./types.js').MessageEvent} */ (event));
      return;
    }
    if (event.type === 'server.draining') {
      this.connection.restartAfterMs = event.reconnectAfterMs;
    } else if (event.type === 'sync.required') {
      this.#platform.setTimeout(() => this.rounds.wake(true), this.#platform.random() * event.withinMs);
    } else if (event.type === 'receipts.updated' && event.userId === this.userId) {
      this.receipts.known(event.conversationId, /** @type {any} */ (event));
    }
    this.#emit(event);
  }

  /** A change goes to the handlers: the only way there. @param {import('./types.js').MessageEvent} event */
  #told(event) {
    const { message, conversationId } = event;
    this.#emit(event);
    this.outbox.settle(message);
    if (message.senderId !== this.userId) {
      this.receipts.mark(conversationId, { deliveredSeq: message.seq });
    }
  }

  /** @param {Conversation} conversation */
  #conversation(conversation) {
    const { id, peer, me, lastSeq, lastMessage } = conversation;
    this.#peers.set(peer.id, id);
    this.#emit({ type: 'conversation.state', conversation });
    this.receipts.known(id, me);
    if (lastMessage && lastMessage.senderId !== this.userId) {
      this.receipts.mark(id, { deliveredSeq: lastSeq });
    }
  }

  /** @param {StoredEntry} entry */
  async #transmit(entry) {
    const socket = this.connection.live;
    if (!socket) {
      throw ChatProblem.local('offline');
    }
    const { message } = await socket.request('/app/messages.send', bodyOf(entry)).catch((/** @type {ChatProblem} */ problem) => {
      if (problem.sessionOver) {
        this.connection.stop(problem);
      } else if (problem.code === 'timeout') {
        this.connection.wake();
      }
      throw problem;
    });
    if (entry.to) {
      this.#peers.set(entry.to, message.conversationId);
    }
    this.typing.forget(message.conversationId);
    this.order.expect(message.conversationId, message.rev);
    return message;
  }

  /** @param {import('./connection.js').Wire} wire both subscriptions are in force */
  async #subscribed({ userId, epoch = this.epoch }) {
    if (this.epoch !== undefined && epoch !== this.epoch) {
      this.#reset(epoch);
    }
    this.epoch = epoch;
    await Promise.all([this.#round(true), this.become(userId)]);
  }

  /** @param {boolean} first after connecting */
  async #round(first) {
    const found = await this.catchUp.run();
    this.rounds.done();
    if (first || found.messages) {
      this.#emit({ type: 'caught-up', ...found });
    }
  }

  /** @param {import('./types.js').StatusEvent} status */
  #status(status) {
    const { state, final, problem } = status;
    if (final || state === 'idle') {
      this.rounds.stop();
      this.outbox.tabs.close();
    }
    this.#emit(status);
    if (state === 'live') {
      this.outbox.flush();
      this.receipts.flush();
      this.watch.renew();
      this.connection.appear();
    } else if (state === 'signed-out') {
      this.#emit({ type: 'signed-out', code: this.#ending ? 'signed-out' : problem?.code });
    }
  }
}
