/**
 * The shapes of the protocol and of this package. Nothing here runs.
 *
 * @typedef {{ id: string, name?: string, deleted?: boolean }} User
 * @typedef {{ readReceipts: boolean, presence: boolean, discoverable: boolean }} Preferences
 * @typedef {{ id: string, name: string, email: string, createdAt: string, preferences: Preferences }} Me
 * @typedef {{ id: string, current: boolean, createdAt: string, lastSeenAt: string, expiresAt: string, client?: string }} Session
 * @typedef {{ user: Me, session: Session, token?: string }} SignedIn
 * @typedef {{ userId: string, state: 'online' | 'away' | 'offline', lastSeenAt?: string }} Presence
 * @typedef {{ emoji: string, userIds: string[] }} Reaction
 * @typedef {{
 *   conversationId: string, kind: string, seq: number, rev: number, senderId: string, clientMessageId?: string, text?: string,
 *   replyTo?: number, reactions?: Reaction[], sentAt: string, editedAt?: string, deletedAt?: string
 * }} Message
 * @typedef {{
 *   readSeq: number, deliveredSeq: number, muted: boolean, archived: boolean, pinned: boolean, markedUnread: boolean,
 *   blocked: boolean, version: number
 * }} MyMarks
 * @typedef {{ muted?: boolean, archived?: boolean, pinned?: boolean, markedUnread?: boolean }} Settings what stays out is kept
 * @typedef {{ readSeq?: number, readAt?: string, deliveredSeq: number, deliveredAt?: string }} PeerReceipts no `readSeq`: reading is not shown
 * @typedef {{
 *   id: string, kind: string, peer: User, lastSeq: number, rev: number, lastMessage?: Message, unreadCount: number, me: MyMarks,
 *   peerReceipts: PeerReceipts, canSend: boolean, createdAt: string
 * }} Conversation
 * @typedef {{ items: Message[], hasBefore: boolean, hasAfter: boolean, rev: number }} MessagePage
 * @typedef {{
 *   name: string, version: string, features: string[], directory: 'open' | 'exact', registration: 'open' | 'closed',
 *   limits: Record<string, number>
 * }} ServerInfo
 *
 * @typedef {'idle' | 'connecting' | 'catching-up' | 'live' | 'offline' | 'signed-out'} State
 * @typedef {import('./problem.js').ChatProblem} Problem
 * @typedef {{
 *   type: 'status', state: State, retryAt?: number, problem?: Problem, restarting?: boolean, final?: boolean
 * }} StatusEvent
 * @typedef {{
 *   type: 'message.created' | 'message.updated' | 'message.deleted', at: string, conversationId: string, rev: number,
 *   message: Message, conversation?: Conversation, caughtUp?: boolean
 * }} MessageEvent
 * @typedef {{
 *   type: 'receipts.updated', at: string, conversationId: string, userId: string, readSeq?: number, readAt?: string,
 *   deliveredSeq: number, deliveredAt?: string, unreadCount?: number
 * }} ReceiptsEvent
 * @typedef {{ type: 'typing', at: string, conversationId: string, userId: string, active: boolean }} TypingEvent
 * @typedef {{ type: 'presence.changed', at: string } & Presence} PresenceEvent
 * @typedef {{ type: 'outbox.changed', entry: OutboxEntry }} OutboxEvent
 * @typedef {{
 *   'message.created': MessageEvent, 'message.updated': MessageEvent, 'message.deleted': MessageEvent,
 *   'receipts.updated': ReceiptsEvent, 'typing': TypingEvent, 'presence.changed': PresenceEvent,
 *   'conversation.updated': { type: 'conversation.updated', at: string, conversationId: string, me: MyMarks },
 *   'user.updated': { type: 'user.updated', at: string, user: User },
 *   'session.revoked': { type: 'session.revoked', at: string, sessionId: string },
 *   'server.draining': { type: 'server.draining', at: string, reconnectAfterMs: number },
 *   'sync.required': { type: 'sync.required', at: string, withinMs: number },
 *   'status': StatusEvent,
 *   'conversation.state': { type: 'conversation.state', conversation: Conversation },
 *   'conversation.reset': { type: 'conversation.reset', conversationId: string },
 *   'caught-up': { type: 'caught-up', messages: number, conversations: number },
 *   'outbox.changed': OutboxEvent,
 *   'storage.failed': { type: 'storage.failed', problem: Problem },
 *   'signed-out': { type: 'signed-out', code: string },
 *   'reset': { type: 'reset' }
 * }} Events
 * @typedef {{ type: string, [field: string]: any }} AnyEvent
 * @typedef {(event: AnyEvent) => void} Emit
 *
 * @typedef {{
 *   account: string, clientMessageId: string, conversationId?: string, to?: string, text: string, replyTo?: number, readSeq?: number,
 *   at: number, owner: string, until: number, state: 'pending' | 'failed', problem?: import('./problem.js').ProblemBody
 * }} StoredEntry one message that waits; `owner` sends it, and others may take it over after `until` (ms)
 * @typedef {{
 *   clientMessageId: string, conversationId?: string, to?: string, text: string, replyTo?: number, at: number,
 *   state: 'pending' | 'failed' | 'sent' | 'discarded', problem?: Problem, message?: Message
 * }} OutboxEntry
 * @typedef {{ clientMessageId: string, done: Promise<Message> }} Sent
 * @typedef {{ to?: string, conversationId?: string, text: string, replyTo?: number, readSeq?: number, signal?: AbortSignal }} Draft
 * @typedef {{ signal?: AbortSignal }} Abortable
 * @typedef {{ filter?: 'all' | 'archived', cursor?: string, limit?: number, signal?: AbortSignal }} ListQuery
 */

/**
 * @template T
 * @typedef {{ items: T[], next?: string }} Page
 */

/**
 * @template [Entry=StoredEntry]
 * @typedef {{
 *   all(account: string): Promise<Entry[]>,
 *   update(account: string, id: string, change: (entry: Entry | undefined) => Entry | undefined): Promise<Entry | undefined>,
 *   put?(entry: Entry): Promise<unknown>,
 *   clear(account: string): Promise<void>
 * }} Storage entries of accounts, each found by an id
 */

export {};
