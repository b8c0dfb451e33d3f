package io.chatty.domain.conversation;

import java.util.List;

/**
 * What changed in a conversation.
 *
 * @param messages in their current state, ascending by {@code rev}
 * @param rev up to here the answer is complete
 * @param hasMore whether there are later changes; then {@code rev} has moved on, also where no message is shown, since a
 *     message that changed several times shows only its latest {@code rev}
 */
public record ChangesPage(List<Message> messages, long rev, boolean hasMore) {

    public ChangesPage {
        messages = List.copyOf(messages);
    }
}
