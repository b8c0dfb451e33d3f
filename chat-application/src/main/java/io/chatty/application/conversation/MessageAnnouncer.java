package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageCreated;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides what the two people are told of a stored message. */
final class MessageAnnouncer {

    private final ConversationRepository conversations;
    private final ConversationViewer viewer;
    private final ConversationNotifier notifier;
    private final Clock clock;

    MessageAnnouncer(
            ConversationRepository conversations,
            ConversationViewer viewer,
            ConversationNotifier notifier,
            Clock clock) {
        this.conversations = conversations;
        this.viewer = viewer;
        this.notifier = notifier;
        this.clock = clock;
    }

    void announce(Participants participants, Message message) {
        Instant now = clock.instant();
        UserId sender = message.senderId();
        UserId peer = participants.peerOf(sender);
        notifier.tell(sender, new MessageCreated(message, firstSight(message, sender), now));
        notifier.tell(peer, new MessageCreated(message, firstSight(message, peer), now));
    }

    /** With its first message a conversation begins to exist for its people, who are then shown the whole of it. */
    private @Nullable ConversationView firstSight(Message message, UserId recipient) {
        if (message.seq() > 1) {
            return null;
        }
        return conversations
                .find(message.conversationId(), recipient)
                .map(viewer::view)
                .orElse(null);
    }
}
