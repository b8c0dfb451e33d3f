package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.user.UserId;

/** Says how far one has read, and what one's devices hold. Thread-safe. */
public interface UpdateReceiptsUseCase {

    /**
     * Moves the marks of a person forward and tells both people if anything moved. A lower mark changes nothing, one above
     * the last message is cut to it, and reading implies delivery.
     *
     * @throws io.chatty.domain.ChatException {@code NOT_FOUND} if the conversation does not exist for the person
     */
    Receipts update(UserId user, ConversationId conversation, MarkReport report);
}
