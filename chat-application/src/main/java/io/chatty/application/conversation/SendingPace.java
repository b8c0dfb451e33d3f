package io.chatty.application.conversation;

import static io.chatty.domain.RateLimit.FIRST_MESSAGES;
import static io.chatty.domain.RateLimit.MESSAGES;

import io.chatty.domain.RateClaim;
import io.chatty.domain.RateLimiter;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.UserId;

/** Decides how much a person may say, and to how many people who are new to the person. */
final class SendingPace {

    private final RateLimiter limiter;
    private final ConversationRepository conversations;

    SendingPace(RateLimiter limiter, ConversationRepository conversations) {
        this.limiter = limiter;
        this.conversations = conversations;
    }

    /**
     * Counts a message; where the two have no conversation yet, also a person who is new to the sender.
     *
     * @return what was counted, to be given back if the message is a repeat
     * @throws io.chatty.domain.RateLimitedException if it is too much; then nothing is counted
     */
    RateClaim[] takeMessage(UserId sender, Participants participants) {
        RateClaim message = MESSAGES.by(sender.value());
        return take(isNew(sender, participants) ? new RateClaim[] {message, first(sender)} : new RateClaim[] {message});
    }

    /**
     * Counts a person who is new to the user, if the two have no conversation yet.
     *
     * @return what was counted, to be given back if the conversation was there all the same
     * @throws io.chatty.domain.RateLimitedException if it is too much
     */
    RateClaim[] takeOpening(UserId user, Participants participants) {
        return take(isNew(user, participants) ? new RateClaim[] {first(user)} : new RateClaim[0]);
    }

    void giveBack(RateClaim... taken) {
        limiter.giveBack(taken);
    }

    private RateClaim[] take(RateClaim... claims) {
        limiter.take(claims);
        return claims;
    }

    private boolean isNew(UserId user, Participants participants) {
        return conversations
                .findParticipants(participants.conversationId(), user)
                .isEmpty();
    }

    private static RateClaim first(UserId user) {
        return FIRST_MESSAGES.by(user.value());
    }
}
