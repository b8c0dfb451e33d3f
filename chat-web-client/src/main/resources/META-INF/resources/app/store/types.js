/**
 * What components render: `View` and its parts. Types only: nothing imports this file at run time.
 *
 * Every object is immutable and keeps its identity while nothing in it changes, so `===` tells whether to render.
 * What components may ask for stands in intents.js, what the store holds in state.js.
 */

/** @typedef {{ id: string, kind: 'info' | 'error', text: string, action?: { label: string, intent: string, args: ReadonlyArray<unknown> } }} Toast */
/** @typedef {{ theme: 'system' | 'light' | 'dark', density: 'cosy' | 'compact' }} Settings */
/** @typedef {{ id: number, text: string, urgent: boolean }} Announcement */

/** @typedef {'pending' | 'sent' | 'delivered' | 'read' | 'failed'} Seal */

/**
 * @typedef {object} PersonView
 * @property {string} id
 * @property {string} name never empty; "Deleted account" where there is none
 * @property {string} monogram one or two graphemes, upper case
 * @property {number | 'none'} hue 0 to 23, or none of a deleted account: class `hue-<n>` beside class `person`
 * @property {'online' | 'away' | 'offline'} presence
 * @property {string} presenceText "online", "away", "was online" without a connection, "last seen 14:02", "offline"; empty for a deleted account
 */

/**
 * @typedef {object} StripView
 * @property {'connecting' | 'offline' | 'reconnecting' | 'catching-up' | 'up-to-date' | 'signed-out' | 'restarting'} kind
 * @property {string} text
 * @property {string} short for the phone
 * @property {string} spoken for screen readers: without what changes by the second
 * @property {'retryNow' | 'signInAgain' | null} intent of its button
 * @property {string} actionLabel empty without a button
 */

/**
 * @typedef {object} RowView one line of the conversation list
 * @property {string} id
 * @property {PersonView} person
 * @property {boolean} selected
 * @property {number} unread
 * @property {string} unreadText "", "3", "99+"
 * @property {boolean} marked marked unread by hand
 * @property {boolean} pinned
 * @property {boolean} muted
 * @property {boolean} archived
 * @property {boolean} blocked I blocked the person
 * @property {boolean} deleted the account is gone
 * @property {string} time "14:06", "Thu", "2 Nov", empty without a message
 * @property {string} dateTime ISO, for `time[datetime]`
 * @property {'draft' | 'typing' | 'message' | 'empty'} lineKind
 * @property {string} line second line without its prefix, one line, at most 120 graphemes
 * @property {string} linePrefix "Draft:", "You:" or empty
 * @property {Seal | null} seal of the last message when it is own and shown
 * @property {string} sealWord
 * @property {string} label composed name for assistive tech
 */

/**
 * @typedef {object} ListView
 * @property {'loading' | 'ready' | 'empty' | 'error'} status
 * @property {ReadonlyArray<RowView>} rows
 * @property {boolean} archive the archived ones
 * @property {string} requestId
 * @property {boolean} dimmed no connection: presence is not to be believed
 */

/** @typedef {'only' | 'first' | 'middle' | 'last'} Position */

/** @typedef {{ seq: number, author: string, text: string }} QuoteView the message that is answered; no author: it is not here */
/** @typedef {{ emoji: string, count: number, mine: boolean, label: string }} ReactionView `label`: "👍 2: Alice, You" */

/**
 * @typedef {object} MessageView
 * @property {string} key stable from the moment of sending, for `repeat`
 * @property {number | null} seq null while pending
 * @property {boolean} own
 * @property {'text' | 'deleted' | 'unsupported'} kind
 * @property {string} text show with `tokens(text)`; of a deleted or unsupported one the words to show
 * @property {QuoteView | null} quote
 * @property {ReadonlyArray<ReactionView>} reactions
 * @property {boolean} edited
 * @property {string} time "14:05"
 * @property {string} dateTime ISO
 * @property {Position} position in its group
 * @property {boolean} showTime the last of its group
 * @property {Seal | null} seal null: not own, or deleted
 * @property {boolean} showSeal the last bubble of equal state in its group
 * @property {string} sealWord "Read 14:05"
 * @property {boolean} showSealWord the last own message: the word stands below it as text
 * @property {{ reason: string, canRetry: boolean } | null} failure
 * @property {string} clientMessageId for retry, edit, discard; empty if not own
 * @property {string} label composed name for assistive tech
 */

/** @typedef {{ type: 'day', key: string, label: string, dateTime: string }} DayItem */
/** @typedef {{ type: 'unread', key: 'unread', count: number, label: string }} UnreadItem */
/** @typedef {{ type: 'gap', key: string, beforeSeq: number, status: 'loading' | 'error' | 'open' }} GapItem `open`: loaded when it comes into view */
/** @typedef {{ type: 'group', key: string, own: boolean, person: PersonView | null, messages: ReadonlyArray<MessageView> }} GroupItem */
/** @typedef {DayItem | UnreadItem | GapItem | GroupItem} ChatItem */

/**
 * @typedef {object} ChatView
 * @property {string} id
 * @property {PersonView} person
 * @property {string} greeting "Dear Alice," for the empty sheet
 * @property {'loading' | 'ready' | 'error'} status `loading`: nothing to show yet
 * @property {boolean} refreshing thin line under the head
 * @property {ReadonlyArray<ChatItem>} items oldest first, pending messages at the end
 * @property {boolean} empty no message at all
 * @property {boolean} hasOlder
 * @property {'idle' | 'loading' | 'error'} older state of the page above
 * @property {string | null} typing "Alice is writing..."
 * @property {boolean} pinned
 * @property {number} pinToken when it grows, go to the end
 * @property {{ count: number, text: string } | null} jump the pill; null while pinned
 * @property {{ seq: number, token: number } | null} target the message to go to as soon as it is there; its token grows
 * @property {number} editWindowMs so long after sending a message may be edited
 * @property {RowView} row the same conversation in the list
 * @property {{ seq: number, rows: ReadonlyArray<{ label: string, value: string }> } | null} details of a message
 * @property {ComposerView} composer
 */

/**
 * @typedef {object} ComposerView
 * @property {string} draft written into the field only when the conversation changes or `draftToken` grows
 * @property {number} draftToken
 * @property {{ kind: 'edit' | 'reply', title: string, text: string } | null} context what the text will do
 * @property {boolean} canSend false: the reason stands instead of the field
 * @property {string} reason
 * @property {boolean} blocked I blocked the person: `reason` says so, and the way back stands beside it
 * @property {string} placeholder "Write to Alice..."
 * @property {number} limit code points
 * @property {string} counter empty below 90 % of the limit, then "120 left", "12 too many"
 * @property {boolean} tooLong
 */

/**
 * @typedef {object} AuthView
 * @property {'sign-in' | 'register'} mode
 * @property {boolean} busy
 * @property {string} summary error above the form, empty if none
 * @property {Readonly<Record<string, string>>} fields error by field name: `email`, `name`, `password`
 * @property {boolean} offline
 * @property {boolean} canRegister
 */

/**
 * @typedef {object} PeopleView
 * @property {string} query
 * @property {'loading' | 'ready' | 'empty' | 'error' | 'offline'} status
 * @property {ReadonlyArray<PersonView>} items
 * @property {boolean} hasMore
 * @property {string} text what to say when there are no items
 * @property {string} hint what the field takes
 * @property {string} offer "Look up bob@example.org", empty where what was typed is no address
 */

/** @typedef {{ busy: boolean, done: boolean, summary: string, fields: Readonly<Record<string, string>> }} FormView */
/** @typedef {{ id: string, name: string, current: boolean, seen: string }} DeviceView */

/**
 * @typedef {object} AccountView the settings
 * @property {string} name
 * @property {string} email
 * @property {import('./state.js').Preferences} preferences
 * @property {Readonly<Record<string, FormView>>} forms `profile`, `privacy`, `password`, `deletion`, `devices`, `blocks`, `data`
 * @property {{ status: 'loading' | 'ready' | 'error', items: ReadonlyArray<DeviceView> }} devices
 * @property {{ status: 'loading' | 'ready' | 'error', items: ReadonlyArray<PersonView>, hasMore: boolean }} blocks
 * @property {string} drafts how many lie here, in words
 * @property {boolean} hasDrafts
 */

/**
 * @typedef {object} View everything on the screen
 * @property {'starting' | 'auth' | 'app'} screen
 * @property {AuthView} auth
 * @property {{ email: string, busy: boolean, text: string, problem: string } | null} signInAgain the dialog over the kept screen
 * @property {PersonView | null} me
 * @property {StripView | null} strip
 * @property {ListView} list
 * @property {ChatView | null} chat
 * @property {PeopleView | null} people
 * @property {AccountView | null} account while the settings are open
 * @property {ReadonlyArray<Toast>} toasts
 * @property {Settings} settings
 * @property {string} title of the document
 * @property {number} badge unread messages of all conversations that are not muted
 * @property {ReadonlyArray<Announcement>} announcements
 */

export {};
