/**
 * The only module that touches globals, so that tests bring their own world.
 *
 * @typedef {{
 *   now(): number, random(): number, setTimeout(run: () => void, ms: number): any, clearTimeout(timer: any): void,
 *   fetch(url: string, init: RequestInit): Promise<Response>, newId(): string, origin?: string, cookies: boolean, hidden(): boolean,
 *   listen(type: string, handler: () => void): () => void,
 *   channel(name: string): { post(data: any): void, onmessage: (data: any) => void, close(): void } | undefined,
 *   report(error: unknown): void
 * }} Platform
 */

const g = /** @type {any} */ (globalThis);

/** 128 random bits as text; unlike `crypto.randomUUID` it exists on plain http as well. */
function newId() {
  const bytes = g.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (/** @type {number} */ byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {string} name */
function channel(name) {
  if (!g.BroadcastChannel) {
    return undefined;
  }
  const inner = new g.BroadcastChannel(name);
  inner.unref?.(); // Node: it must not keep the process alive
  const outer = {
    post: (/** @type {any} */ data) => inner.postMessage(data),
    onmessage: (/** @type {any} */ _) => {},
    close: () => inner.close(),
  };
  inner.onmessage = (/** @type {{ data: any }} */ event) => outer.onmessage(event.data);
  return outer;
}

/**
 * @param {string} type
 * @param {() => void} handler
 */
function listen(type, handler) {
  const target = type === 'visibilitychange' ? g.document : g;
  target?.addEventListener?.(type, handler);
  return () => target?.removeEventListener?.(type, handler);
}

/**
 * @param {Partial<Platform>} [overrides]
 * @returns {Platform}
 */
export function platform(overrides) {
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    setTimeout: (run, ms) => g.setTimeout(run, ms),
    clearTimeout: timer => g.clearTimeout(timer),
    fetch: (url, init) => g.fetch(url, init),
    newId,
    origin: g.location?.origin,
    cookies: g.document !== undefined,
    hidden: () => g.document?.visibilityState === 'hidden',
    listen,
    channel,
    report: error =>
      queueMicrotask(() => {
        throw error;
      }),
    ...overrides,
  };
}
