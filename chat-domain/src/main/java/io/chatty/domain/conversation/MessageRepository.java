package io.chatty.domain.conversation;

import io.chatty.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

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
     * <p>When the write is durable, never before, {@code inOrder} is given the outcome, and then the stage completes. Of a
     * conversation one outcome at a time is given, in the order of {@code seq}: what must follow the order of the
     * conversation is done there, since a stage alone cannot promise it (whoever continues one that is complete already
     * does so on a thread of his own). Neither {@code inOrder} nor what continues the stage may block: other messages wait
     * behind it.
     *
     * @return completes with a {@link io.chatty.domain.ChatException} of {@code TEMPORARILY_UNAVAILABLE} if the outcome is
     *     unknown or too many drafts wait; the draft may then be handed in again
     */
    CompletionStage<AppendOutcome> append(MessageDraft draft, Consumer<AppendOutcome> inOrder);

    /** The same where nothing has to follow the order of the conversation. */
    default CompletionStage<AppendOutcome> append(MessageDraft draft) {
        return append(draft, outcome -> {});
    }

    /**
     * Changes a message: gives what the change makes of it the next {@code rev} of the conversation and stores it in place
     * of the message before, of which nothing is left. Of changes at once none is lost, each sees the one before. Appends and
     * changes of a conversation share one order, that of {@code rev}; {@code inOrder}, the stage and blocking are as for
     * {@link #append(MessageDraft, Consumer)}.
     *
     * @return completes with {@code NOT_FOUND} if there is no such message, with the refusal of the change, or with {@code
     *     TEMPORARILY_UNAVAILABLE} if the outcome is unknown; every change may then be handed in again
     */
    CompletionStage<ChangeOutcome> change(MessageChange change, Consumer<ChangeOutcome> inOrder);

    /** The same where nothing has to follow the order of the conversation. */
    default CompletionStage<ChangeOutcome> change(MessageChange change) {
        return change(change, outcome -> {});
    }

    /**
     * The messages whose {@code rev} is above a number.
     *
     * @param sinceRev from 0; above the highest there is nothing, and the answer says which that is
     * @param limit most messages, from 1
     */
    ChangesPage changes(ConversationId conversation, long sinceRev, int limit);

    /** The highest numbers; {@link Head#EMPTY} for a conversation without messages. */
    Head head(ConversationId conversation);

    /** The messages of a range that exist, ascending. */
    List<Message> read(ConversationId conversation, SeqRange range);

    Optional<Message> find(ConversationId conversation, long seq);

    /** What a sender sent under a client message id. */
    Optional<Message> find(ConversationId conversation, UserId sender, ClientMessageId clientMessageId);
}
