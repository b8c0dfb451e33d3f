package io.chatty.application.conversation;

import io.chatty.domain.conversation.ChangeLimits;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

final class EditMessageService implements EditMessageUseCase {

    private final MessageChanger changer;
    private final ChangeLimits limits;
    private final Clock clock;

    EditMessageService(MessageChanger changer, ChangeLimits limits, Clock clock) {
        this.changer = changer;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Message> edit(UserId user, ConversationId conversation, long seq, MessageText text) {
        Instant now = clock.instant();
        return changer.changeBoth(user, conversation, seq, message -> message.edit(user, text, now, limits), now);
    }
}
