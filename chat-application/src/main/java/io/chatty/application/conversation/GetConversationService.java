package io.chatty.application.conversation;

import static io.chatty.domain.ErrorCode.NOT_FOUND;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.user.UserId;

final class GetConversationService implements GetConversationUseCase {

    private final ConversationRepository conversations;
    private final ConversationViewer viewer;

    GetConversationService(ConversationRepository conversations, ConversationViewer viewer) {
        this.conversations = conversations;
        this.viewer = viewer;
    }

    @Override
    public ConversationView get(UserId user, ConversationId conversation) {
        return conversations.find(conversation, user).map(viewer::view).orElseThrow(NOT_FOUND::refusal);
    }
}
