package io.chatty.domain.conversation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Driven port: the messages, kept durably. Thread-safe. What a call has stored, every later call sees.
 *
 * <p>Every method may refuse with {@code TEMPORARILY_UNAVAILABLE}.
 */
public interface MessageRepository {

    /**
     * Stores a message under the next {@code seq} and {@code rev} of its conversation, which from then on exists for both
     * people. Returns at once; drafts handed in one after the other for one conversation keep their order.
     *
     * <p>The stage completes when the write is durable, never before, and in the order of {@code seq} within a
     * conversation. It completes with a {@link io.chatty.domain.ChatException} of {@code TEMPORARILY_UNAVAILABLE} if the
     * outcome is unknown or too many drafts wait; the draft may then be handed in again. Whoever continues the stage must
     * not block: other messages wait behind it.
     */
    CompletionStage<AppendOutcome> append(MessageDraft draft);

    /** The highest numbers; {@link Head#EMPTY} for a conversation without messages. */
    Head head(ConversationId conversation);

    /** The messages of a range that exist, ascending. */
    List<Message> read(ConversationId conversation, SeqRange range);

    Optional<Message> find(ConversationId conversation, long seq);
}
