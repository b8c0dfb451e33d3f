/**
 * What components may ask for. They hold one object of this type and call its methods; nothing is returned,
 * the answer is the next `View`. Types only: nothing imports this file at run time.
 *
 * @typedef {object} Intents
 *
 * @property {(mode: 'sign-in' | 'register') => void} setAuthMode
 * @property {(form: { email: string, password: string }) => void} signIn
 * @property {(form: { email: string, name: string, password: string }) => void} register
 * @property {(password: string) => void} signInAgain after the session ended; screen, drafts and outbox are kept
 * @property {() => void} signOut wipes what this device holds
 *
 * @property {() => void} retryNow connect at once
 * @property {() => void} reloadList after an error
 *
 * @property {(query: string) => void} findPeople opens the search; call at each input, it waits by itself
 * @property {() => void} lookUp asks for the address that was typed; each look-up counts
 * @property {() => void} morePeople
 * @property {() => void} closePeople
 * @property {(userId: string) => void} openWith opens the conversation with a person
 * @property {(conversationId: string) => void} openConversation
 * @property {() => void} closeConversation
 *
 * @property {(conversationId: string, text: string) => void} changeDraft at each input; sends "is writing" too
 * @property {(conversationId: string, text: string) => void} send trims; ignores what shows nothing
 * @property {(clientMessageId: string) => void} retry a failed message
 * @property {(clientMessageId: string) => void} editFailed puts its text back into the composer
 * @property {(clientMessageId: string) => void} discard a failed message
 *
 * @property {(seq: number) => void} beginEdit an own message, within the time for it; its text comes into the composer
 * @property {() => void} editLast the last own message
 * @property {(seq: number) => void} beginReply
 * @property {() => void} cancelContext neither edit nor reply; the draft comes back
 * @property {(seq: number) => void} remove an own message, for both
 * @property {(seq: number, emoji: string) => void} react adds it, or takes it away
 * @property {(seq: number) => void} goTo a message, however far it is
 * @property {(seq: number | null) => void} showDetails
 *
 * @property {(conversationId: string, settings: { muted?: boolean, archived?: boolean, pinned?: boolean }) => void} configure
 * @property {(conversationId: string, unread: boolean) => void} markConversation read, or unread
 * @property {(archive: boolean) => void} showArchive the archived conversations, or the others
 *
 * @property {(conversationId: string) => void} loadOlder the top is within 1.5 screens; safe to call often
 * @property {(conversationId: string, beforeSeq: number, fromAbove?: boolean) => void} loadGap `fromAbove`: the reader comes from there
 * @property {(conversationId: string) => void} reloadHistory after an error
 * @property {(pinned: boolean) => void} setPinned the end is within 64 px; call on each change
 * @property {() => void} jumpToEnd
 * @property {() => void} markRead the open conversation, seen or not
 * @property {(seq: number, visible: boolean) => void} rowSeen at least half of the row, or half of the view, is its own
 *
 * @property {(page: Partial<{ visible: boolean, focused: boolean, online: boolean }>) => void} pageChanged
 * @property {() => void} pageHidden on `pagehide`: what was seen is reported now, drafts are written now
 *
 * @property {(userId: string) => void} block
 * @property {(userId: string) => void} unblock
 *
 * @property {() => void} openSettings
 * @property {() => void} closeSettings
 * @property {() => void} loadDevices
 * @property {() => void} loadBlocks
 * @property {() => void} moreBlocks
 * @property {(name: string) => void} saveName
 * @property {(which: keyof import('./state.js').Preferences, on: boolean) => void} setPreference
 * @property {(sessionId: string) => void} endSession
 * @property {() => void} endOtherSessions
 * @property {(current: string, next: string) => void} changePassword
 * @property {(password: string) => void} deleteAccount
 * @property {() => void} clearDrafts
 * @property {() => void} clearKept conversations that this device keeps to show them at once
 *
 * @property {(theme: 'system' | 'light' | 'dark') => void} setTheme
 * @property {(density: 'cosy' | 'compact') => void} setDensity
 * @property {(toastId: string) => void} dismissToast
 */

export {};
