package io.chatty.application.conversation;

import io.chatty.domain.ChatException;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to say, and to whom.
 *
 * @param clientMessageId null if the sender gave none: then a repeat is not recognised
 * @param replyTo the {@code seq} of the message it answers, or null
 * @param seen how far the sender says to have read, or null; sending alone never moves a read mark
 * @param refusal of all that is no repeat, or null if the sender has not been refused
 */
public record SendMessageCommand(
        UserId sender,
        Target target,
        @Nullable ClientMessageId clientMessageId,
        MessageText text,
        @Nullable Long replyTo,
        @Nullable MarkReport seen,
        @Nullable ChatException refusal) {

    /** From somebody who has not been refused. */
    public SendMessageCommand(
            UserId sender,
            Target target,
            @Nullable ClientMessageId clientMessageId,
            MessageText text,
            @Nullable Long replyTo,
            @Nullable MarkReport seen) {
        this(sender, target, clientMessageId, text, replyTo, seen, null);
    }

    /** The same from somebody who may say nothing more: it is answered if it is a repeat, and else refused like this. */
    public SendMessageCommand unlessRepeat(ChatException refused) {
        return new SendMessageCommand(sender, target, clientMessageId, text, replyTo, seen, refused);
    }

    /** Where a message goes. */
    public sealed interface Target {

        /** Into a conversation that exists for the sender. */
        record ToConversation(ConversationId id) implements Target {}

        /** To a person, opening the conversation if there is none. */
        record ToPerson(UserId id) implements Target {}
    }
}
