package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

final class DeleteMessageService implements DeleteMessageUseCase {

    private final MessageChanger changer;
    private final Clock clock;

    DeleteMessageService(MessageChanger changer, Clock clock) {
        this.changer = changer;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Message> delete(UserId user, ConversationId conversation, long seq) {
        Instant now = clock.instant();
        return changer.change(user, conversation, seq, message -> message.delete(user, now), now);
    }
}
