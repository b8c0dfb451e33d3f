package io.chatty.application.conversation;

import io.chatty.domain.ChatException;
import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageCreated;
import io.chatty.domain.conversation.MessageDeleted;
import io.chatty.domain.conversation.MessageEvent;
import io.chatty.domain.conversation.MessageUpdated;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Decides what the two people are told of a message that was stored or changed. */
final class MessageAnnouncer {

    private final ConversationRepository conversations;
    private final ConversationViewer viewer;
    private final ConversationNotifier notifier;
    private final Executor retelling;
    private final Clock clock;

    MessageAnnouncer(
            ConversationRepository conversations,
            ConversationViewer viewer,
            ConversationNotifier notifier,
            Executor retelling,
            Clock clock) {
        this.conversations = conversations;
        this.viewer = viewer;
        this.notifier = notifier;
        this.retelling = retelling;
        this.clock = clock;
    }

    /** Tells both people of a message as it is by now. */
    void announce(Participants participants, Message message) {
        UserId sender = message.senderId();
        tell(sender, message);
        tell(participants.peerOf(sender), message);
    }

    /** The same, sooner or later or, if that is too much, not at all. */
    void announceAgain(Participants participants, Message message) {
        retelling.execute(() -> announce(participants, message));
    }

    private void tell(UserId recipient, Message message) {
        notifier.tell(recipient, event(recipient, message));
    }

    private MessageEvent event(UserId recipient, Message message) {
        Instant now = clock.instant();
        if (message.isDeleted()) {
            return new MessageDeleted(message, now);
        }
        return message.changes() > 0
                ? new MessageUpdated(message, now)
                : new MessageCreated(message, firstSight(message, recipient), now);
    }

    /** With its first message a conversation begins to exist for its people, who are then shown the whole of it. */
    private @Nullable ConversationView firstSight(Message message, UserId recipient) {
        if (message.seq() > 1) {
            return null;
        }
        try {
            return conversations
                    .find(message.conversationId(), recipient)
                    .map(viewer::view)
                    .orElse(null);
        } catch (ChatException unavailable) {
            // The message matters more: whoever does not know its conversation asks for it.
            return null;
        }
    }
}
