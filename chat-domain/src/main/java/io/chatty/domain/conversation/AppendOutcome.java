package io.chatty.domain.conversation;

/** What became of a draft. */
public sealed interface AppendOutcome {

    /** It is stored as this message. */
    record Appended(Message message) implements AppendOutcome {}

    /** Its client message id was stored before, as this message; nothing was written. */
    record Replayed(Message message) implements AppendOutcome {}

    /** It answers a message that does not exist; nothing was written. */
    record ReplyTargetMissing(long lastSeq) implements AppendOutcome {}
}
