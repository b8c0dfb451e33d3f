/**
 * @param {any} cause a `ChatProblem`, or whatever was thrown
 * @returns {import('../store/state.js').Problem} as plain values, for the state
 */
export function plainProblem(cause) {
  const { code = 'other', status, errors, requestId, retryAfterMs } = cause ?? {};
  return { code, status, errors, requestId, retryAfterMs };
}

/**
 * @param {{ type: string, [field: string]: any }} event of the SDK
 * @returns {{ type: string, [field: string]: any }} of plain values, for the state
 */
export const plainEvent = event =>
  event.type === 'outbox.changed'
    ? { ...event, entry: { ...event['entry'], problem: plainProblem(event['entry'].problem) } }
    : event;
