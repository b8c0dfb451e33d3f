/**
 * Runs something when a signal aborts, and at once when it has.
 *
 * @param {AbortSignal | undefined} signal
 * @param {() => void} aborted
 * @returns {() => void} it is not waited for any more
 */
export function onAbort(signal, aborted) {
  signal?.addEventListener('abort', aborted);
  if (signal?.aborted) {
    aborted();
  }
  return () => signal?.removeEventListener('abort', aborted);
}
