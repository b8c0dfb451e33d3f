/**
 * @typedef {{
 *   code: string, status?: number, detail?: string, params?: Record<string, unknown>,
 *   errors?: { pointer: string, code: string, detail?: string }[], requestId?: string
 * }} ProblemBody
 */

const NO_ANSWER = ['offline', 'timeout', 'unreadable-answer'];
const SESSION_OVER = ['authentication-required', 'session-expired', 'session-revoked', 'signed-out'];

/** What went wrong, by the code of the server or, with status 0, by one of the client. */
export class ChatProblem extends Error {
  /**
   * @param {ProblemBody} body
   * @param {number} [retryAfterMs] how long the server asks to wait
   */
  constructor(body, retryAfterMs) {
    super(body.detail ?? body.code);
    this.name = 'ChatProblem';
    this.body = body;
    this.code = body.code;
    this.status = body.status ?? 0;
    this.params = body.params;
    this.errors = body.errors;
    this.requestId = body.requestId;
    this.retryAfterMs = retryAfterMs;
  }

  /** Whether the same call may succeed later; the outcome of this one may be unknown. */
  get transient() {
    const { code, status, retryAfterMs } = this;
    return NO_ANSWER.includes(code) || status === 429 || status >= 500 || retryAfterMs !== undefined;
  }

  /** Whether the session is over. */
  get sessionOver() {
    return SESSION_OVER.includes(this.code);
  }

  /**
   * A problem that no server has told.
   *
   * @param {string} code
   * @param {string} [detail]
   */
  static local(code, detail) {
    return new ChatProblem({ code, detail });
  }

  /**
   * @param {unknown} cause whatever was thrown
   * @returns {ChatProblem}
   */
  static of(cause) {
    return cause instanceof ChatProblem ? cause : ChatProblem.local('offline', String(cause));
  }
}

/** @param {string} text @returns {any} undefined when it is not JSON */
export function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
