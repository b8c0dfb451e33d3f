package io.chatty.application.conversation;

import static io.chatty.domain.ErrorCode.NOT_FOUND;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageRepository;
import io.chatty.domain.user.UserId;

final class GetMessageService implements GetMessageUseCase {

    private final ParticipantGuard guard;
    private final MessageRepository messages;

    GetMessageService(ParticipantGuard guard, MessageRepository messages) {
        this.guard = guard;
        this.messages = messages;
    }

    @Override
    public Message get(UserId user, ConversationId conversation, long seq) {
        guard.require(conversation, user);
        return messages.find(conversation, seq).orElseThrow(NOT_FOUND::refusal);
    }
}
