package io.chatty.domain.conversation;

import java.util.List;

/**
 * One step of a device towards knowing all that happened.
 *
 * @param changed the conversations in which something happened; one may come again later
 * @param next the cursor after this step
 * @param hasMore whether there is another step to take
 */
public record SyncStep(List<ConversationId> changed, SyncCursor next, boolean hasMore) {

    public SyncStep {
        changed = List.copyOf(changed);
    }
}
