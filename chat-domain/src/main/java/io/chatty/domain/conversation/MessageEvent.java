package io.chatty.domain.conversation;

/** Something happened to a message, in the order of its {@code rev}. */
public sealed interface MessageEvent extends ConversationEvent permits MessageCreated, MessageUpdated, MessageDeleted {

    /** The message as it is by then. */
    Message message();

    default ConversationId conversationId() {
        return message().conversationId();
    }
}
