package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationFilter;
import io.chatty.domain.conversation.ConversationPosition;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.user.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class ListConversationsService implements ListConversationsUseCase {

    private final ConversationRepository conversations;
    private final ConversationViewer viewer;

    ListConversationsService(ConversationRepository conversations, ConversationViewer viewer) {
        this.conversations = conversations;
        this.viewer = viewer;
    }

    @Override
    public List<ConversationView> list(
            UserId user, ConversationFilter filter, @Nullable ConversationPosition after, int limit) {
        return viewer.view(conversations.list(user, filter, after, limit));
    }
}
