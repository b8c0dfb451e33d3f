/**
 * What the store holds, and what the server's answers look like. Types only: nothing imports this file at run time.
 *
 * Every object is immutable: a change makes a new object, and what did not change keeps its identity, so `===` tells
 * whether to compute again. Times are milliseconds since 1970 unless the name ends in `At` (RFC 3339, from the server).
 */

/** @typedef {import('./types.js').Toast} Toast */
/** @typedef {import('./types.js').Settings} Settings */
/** @typedef {import('./types.js').Announcement} Announcement */

// ---------------------------------------------------------------- what the server says

/** @typedef {{ id: string, name?: string, deleted?: boolean }} User */
/** @typedef {{ readReceipts: boolean, presence: boolean, discoverable: boolean }} Preferences */
/** @typedef {User & { email: string, createdAt: string, preferences: Preferences }} Me */
/** @typedef {{ userId: string, state: 'online' | 'away' | 'offline', lastSeenAt?: string }} Presence */
/** @typedef {{ readSeq?: number, deliveredSeq: number, readAt?: string, deliveredAt?: string }} Receipts no `readSeq`: reading is not shown */

/**
 * @typedef {object} Message
 * @property {string} conversationId
 * @property {string} kind `text`; any other is shown as unsupported
 * @property {number} seq the order
 * @property {number} rev a copy replaces the held one only if its number is higher
 * @property {string} senderId
 * @property {string} [clientMessageId] own messages only
 * @property {string} [text]
 * @property {number} [replyTo]
 * @property {ReadonlyArray<{ emoji: string, userIds: ReadonlyArray<string> }>} [reactions]
 * @property {string} sentAt
 * @property {string} [editedAt]
 * @property {string} [deletedAt]
 */

/**
 * @typedef {object} Mine
 * @property {number} readSeq
 * @property {number} deliveredSeq
 * @property {boolean} [muted]
 * @property {boolean} [archived]
 * @property {boolean} [pinned]
 * @property {boolean} [markedUnread]
 * @property {boolean} [blocked]
 * @property {number} version a lower one is stale
 */

/**
 * @typedef {object} Conversation
 * @property {string} id
 * @property {string} kind
 * @property {User} peer
 * @property {number} lastSeq
 * @property {number} rev
 * @property {Message} [lastMessage]
 * @property {number} unreadCount 100 means more than 99
 * @property {Mine} me
 * @property {Receipts} [peerReceipts]
 * @property {boolean} canSend
 * @property {string} createdAt
 */

/** @typedef {{ code: string, status?: number, field?: string, params?: Record<string, unknown>, retryAfterMs?: number, requestId?: string, errors?: ReadonlyArray<{ pointer: string, code: string }> }} Problem */

// ---------------------------------------------------------------- what the store holds

/**
 * @typedef {object} Held one conversation and what is known of its history
 * @property {Conversation} head as the server told it, moved on by what was heard since
 * @property {number} countedSeq the last `seq` that `head.unreadCount` includes
 * @property {ReadonlyArray<Message>} messages ascending `seq`; a missing number is a hole, shown as one
 * @property {Readonly<Record<number, Message | null>>} quotes answered messages that are far away; null: not to be had
 * @property {boolean} loaded the newest page has come
 * @property {boolean} roamed somebody went far back at once: what lies between is loaded when it comes into view
 * @property {boolean} atStart there is nothing before the first of `messages`
 * @property {Stretch | null} busy what is being loaded
 * @property {Stretch | null} failed what could not be loaded
 */

/** @typedef {'newest' | 'older' | 'around' | number} Stretch of history; `around` a message; a number: the hole that ends before that `seq` */

/**
 * @typedef {object} Pending a message that the server has not confirmed
 * @property {string} clientMessageId
 * @property {string} conversationId
 * @property {string} text
 * @property {number} [replyTo]
 * @property {number} at when the person sent it: the order among the pending ones
 * @property {Problem | null} problem set: it failed for good and waits for the person
 */

/**
 * @typedef {object} Open the conversation in view
 * @property {string} id
 * @property {number | null} dividerAfter the read mark when it was opened; the divider never moves while it is open
 * @property {number} dividerCount messages below the divider when it was opened
 * @property {boolean} pinned the log shows the end
 * @property {number} leftAt the last `seq` when the reader left the end
 * @property {number} pinToken grows when the log has to go to the end (own send, jump)
 * @property {number} draftToken grows when the field has to show something else than what was typed
 * @property {{ seq: number, text: string } | null} editing the message that is being edited, and how it reads now
 * @property {number | null} replyTo the message that is being answered
 * @property {{ seq: number, token: number } | null} target where to go; the token grows with each wish
 * @property {number | null} details the message whose details are shown
 */

/** @typedef {'idle' | 'connecting' | 'catching-up' | 'live' | 'offline' | 'signed-out'} Status */

/**
 * @typedef {object} Connection
 * @property {Status} status
 * @property {number} troubleSince since when it is not live; 0: no trouble
 * @property {number | null} retryAt when the next attempt starts
 * @property {boolean} restarting the server said that it restarts
 * @property {boolean} final it will not be tried again
 * @property {number} shownUntil "Up to date" is shown until then; 0: not shown
 * @property {{ messages: number, conversations: number }} caughtUp what arrived while catching up
 */

/**
 * @typedef {object} Session
 * @property {'starting' | 'signed-out' | 'signed-in' | 'ended'} phase `ended`: the screen stays, the password is asked for
 * @property {Me | null} me
 * @property {string | null} endedBy problem code (`session-revoked`, `session-expired`, ...)
 */

/**
 * @typedef {object} Auth the sign-in and registration form; its values live in the inputs
 * @property {'sign-in' | 'register'} mode
 * @property {boolean} busy
 * @property {Problem | null} problem
 */

/**
 * @typedef {object} People the search for somebody to write to
 * @property {boolean} open
 * @property {string} query
 * @property {'loading' | 'ready' | 'error'} status
 * @property {ReadonlyArray<User>} items
 * @property {string | null} next cursor
 * @property {string | null} email what was looked up, instead of a search by name
 * @property {Problem | null} problem with `error`
 */

/** @typedef {{ busy: boolean, problem: Problem | null, done: boolean }} Form one of the settings; its values live in the inputs */

/**
 * @typedef {object} AccountState what the settings need beyond what is there anyway
 * @property {boolean} open
 * @property {{ status: 'loading' | 'ready' | 'error', items: ReadonlyArray<import('../../sdk/types.js').Session> }} devices
 * @property {{ status: 'loading' | 'ready' | 'error', items: ReadonlyArray<User>, next: string | null }} blocks whom this person blocks
 * @property {Readonly<Record<string, Form>>} forms by name
 */

/**
 * @typedef {object} Arrivals
 * @property {number} since when the burst began
 * @property {number} count messages in it
 * @property {Readonly<Record<string, number>>} held name to messages not announced yet
 * @property {Readonly<Record<string, number>>} told conversation id to the last `seq` that was taken in
 */

/**
 * @typedef {object} State
 * @property {number} now the clock as of the last tick
 * @property {string} locale BCP 47
 * @property {string} zone IANA
 * @property {{ visible: boolean, focused: boolean, online: boolean }} page
 * @property {Session} session
 * @property {Auth} auth
 * @property {Connection} connection
 * @property {'loading' | 'ready' | 'error'} list state of the conversation list
 * @property {string | null} listRequestId for the small type under the list's error
 * @property {Readonly<Record<string, Held>>} conversations
 * @property {Readonly<Record<string, Presence>>} presence by user id
 * @property {Readonly<Record<string, number>>} typing conversation id to the time at which it stops being shown
 * @property {boolean} archive the archived conversations are shown
 * @property {ReadonlyArray<Pending>} outbox in send order
 * @property {Readonly<Record<string, string>>} drafts by conversation id
 * @property {Open | null} open
 * @property {People} people
 * @property {AccountState} account
 * @property {ReadonlyArray<Toast>} toasts
 * @property {Settings} settings
 * @property {{ codePoints: number, editWindowMs: number, features: ReadonlyArray<string>, directory: 'open' | 'exact', registration: 'open' | 'closed' }} server
 * @property {ReadonlyArray<Announcement>} announcements the last few, for the hidden live regions
 * @property {Arrivals} arrivals what was announced lately, so that bursts are gathered
 */

export {};
