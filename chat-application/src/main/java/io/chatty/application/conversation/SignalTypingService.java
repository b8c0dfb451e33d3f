package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.conversation.TypingChanged;
import io.chatty.domain.user.Relation;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserId;
import java.time.Clock;

final class SignalTypingService implements SignalTypingUseCase {

    private final ParticipantGuard guard;
    private final ConversationRepository conversations;
    private final Relations relations;
    private final ConversationNotifier notifier;
    private final Clock clock;

    SignalTypingService(
            ParticipantGuard guard,
            ConversationRepository conversations,
            Relations relations,
            ConversationNotifier notifier,
            Clock clock) {
        this.guard = guard;
        this.conversations = conversations;
        this.relations = relations;
        this.notifier = notifier;
        this.clock = clock;
    }

    @Override
    public void signal(UserId user, ConversationId conversation, boolean active) {
        UserId peer = guard.require(conversation, user).peerOf(user);
        // Before its first message the peer does not know of the conversation, and does not learn of it by this.
        if (relations.between(user, peer).filter(Relation::showsTyping).isPresent()
                && conversations.findParticipants(conversation, peer).isPresent()) {
            notifier.tell(peer, new TypingChanged(conversation, user, active, clock.instant()));
        }
    }
}
