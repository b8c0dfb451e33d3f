package io.chatty.domain.conversation;

/** Which conversations a list shows. */
public enum ConversationFilter {
    /** Those that are not archived. */
    ALL,
    /** Those that are. */
    ARCHIVED
}
