package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.conversation.SyncCursor;
import java.util.List;

/**
 * What happened to a person.
 *
 * @param conversations those in which something happened, as they are now; what was told may be told again
 * @param next to ask with the next time
 * @param hasMore whether more has happened than is told here
 */
public record SyncPage(List<ConversationView> conversations, SyncCursor next, boolean hasMore) {

    public SyncPage {
        conversations = List.copyOf(conversations);
    }
}
