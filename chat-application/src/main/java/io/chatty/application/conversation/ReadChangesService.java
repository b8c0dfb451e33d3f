package io.chatty.application.conversation;

import io.chatty.domain.conversation.ChangesPage;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.MessageRepository;
import io.chatty.domain.user.UserId;

final class ReadChangesService implements ReadChangesUseCase {

    private final ParticipantGuard guard;
    private final MessageRepository messages;

    ReadChangesService(ParticipantGuard guard, MessageRepository messages) {
        this.guard = guard;
        this.messages = messages;
    }

    @Override
    public ChangesPage read(UserId user, ConversationId conversation, long sinceRev, int limit) {
        guard.require(conversation, user);
        return messages.changes(conversation, sinceRev, limit);
    }
}
