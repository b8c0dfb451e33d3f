package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationFilter;
import io.chatty.domain.conversation.ConversationPosition;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.user.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists one's conversations, the newest message first. Thread-safe. */
public interface ListConversationsUseCase {

    /**
     * A page; shorter than the limit only at the end.
     *
     * @param after the last entry of the page before, or null for the first page
     * @param limit most entries, from 1
     */
    List<ConversationView> list(
            UserId user, ConversationFilter filter, @Nullable ConversationPosition after, int limit);
}
