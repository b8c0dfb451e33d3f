package io.chatty.application.conversation;

import io.chatty.domain.conversation.ChangeLimits;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Emoji;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.user.UserId;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

final class AddReactionService implements AddReactionUseCase {

    private final MessageChanger changer;
    private final ChangeLimits limits;
    private final Clock clock;

    AddReactionService(MessageChanger changer, ChangeLimits limits, Clock clock) {
        this.changer = changer;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Message> add(UserId user, ConversationId conversation, long seq, Emoji emoji) {
        return changer.changeBoth(
                user, conversation, seq, message -> message.react(user, emoji, limits), clock.instant());
    }
}
