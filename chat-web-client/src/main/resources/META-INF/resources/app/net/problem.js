/**
 * @param {any} cause a `ChatProblem`, or whatever was thrown
 * @returns {import('../store/state.js').Problem} as plain values, for the state
 */
export function plainProblem(cause) {
  const { code = 'other', status, errors, requestId, retryAfterMs } = cause ?? {};
  return { code, status, errors, requestId, retryAfterMs };
}
