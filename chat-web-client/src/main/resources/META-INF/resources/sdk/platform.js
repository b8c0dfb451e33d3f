/**
 * The only module that touches globals, so that tests bring their own world.
 *
 * @typedef {{ postMessage(data: any): void, onmessage: ((event: any) => void) | null, close(): void }} Channel
 * @typedef {{
 *   now(): number, random(): number, setTimeout(run: () => void, ms: number): any, clearTimeout(timer: any): void,
 *   fetch(url: string, init: RequestInit): Promise<Response>, newId(): string, origin?: string, cookies: boolean, hidden(): boolean,
 *   online(): boolean,
 *   listen(type: string, handler: () => void): () => void,
 *   channel(name: string): Channel | undefined,
 *   report(error: unknown): void
 * }} World what a test may replace
 * @typedef {{ start(run: () => void, ms: number): void, stop(): void }} Timer one appointment at a time
 * @typedef {World & { timer(): Timer, pause(ms: number): Promise<void> }} Platform
 */

const g = /** @type {any} */ (globalThis);

/** 128 random bits as text; unlike `crypto.randomUUID` it exists on plain http as well. */
function newId() {
  return g.crypto.getRandomValues(new Uint32Array(4)).join('-');
}

/** @param {string} name @returns {Channel | undefined} */
function channel(name) {
  const opened = g.BroadcastChannel && new g.BroadcastChannel(name);
  opened?.unref?.(); // Node: it must not keep the process alive
  return opened;
}

/**
 * @param {string} type
 * @param {() => void} handler
 */
function listen(type, handler) {
  g.addEventListener?.(type, handler); // what a document tells comes up to its window
  return () => g.removeEventListener?.(type, handler);
}

/**
 * @param {Partial<World>} [overrides]
 * @returns {Platform}
 */
export function platform(overrides) {
  const world = {
    now: Date.now,
    random: Math.random,
    setTimeout: g.setTimeout.bind(g),
    clearTimeout: g.clearTimeout.bind(g),
    fetch: g.fetch.bind(g),
    newId,
    origin: g.location?.origin,
    cookies: g.document !== undefined,
    hidden: () => g.document?.hidden,
    online: () => g.navigator?.onLine !== false,
    listen,
    channel,
    report: (/** @type {unknown} */ error) =>
      queueMicrotask(() => {
        throw error;
      }),
    ...overrides,
  };
  return { ...world, pause: ms => new Promise(resolve => world.setTimeout(resolve, ms)), timer: () => timerOf(world) };
}

/** @param {World} world @returns {Timer} */
function timerOf({ setTimeout, clearTimeout }) {
  /** @type {any} */
  let pending;
  return {
    start(run, ms) {
      pending ??= setTimeout(() => {
        pending = undefined;
        run();
      }, ms);
    },
    stop() {
      clearTimeout(pending);
      pending = undefined;
    },
  };
}
