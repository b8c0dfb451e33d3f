package io.chatty.domain.conversation;

/** What became of a change. */
public sealed interface ChangeOutcome {

    /** The message as it is now. */
    Message message();

    /** It is stored, under the next {@code rev} of the conversation. */
    record Changed(Message message) implements ChangeOutcome {}

    /** The message was like this already; nothing was written and no {@code rev} used. */
    record Unchanged(Message message) implements ChangeOutcome {}
}
