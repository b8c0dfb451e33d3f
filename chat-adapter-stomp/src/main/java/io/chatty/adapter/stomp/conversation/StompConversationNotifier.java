package io.chatty.adapter.stomp.conversation;

import io.chatty.adapter.stomp.SessionDirectory;
import io.chatty.domain.conversation.ConversationEvent;
import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.conversation.SyncRequired;
import io.chatty.domain.user.UserId;
import io.chatty.wire.Events;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component
final class StompConversationNotifier implements ConversationNotifier {

    private static final Logger log = LoggerFactory.getLogger(StompConversationNotifier.class);

    /** Whoever missed one event asks soon, and not all devices in the same instant. */
    private static final Duration SPREAD = Duration.ofSeconds(2);

    private final SessionDirectory directory;

    StompConversationNotifier(SessionDirectory directory) {
        this.directory = directory;
    }

    @Override
    public void tell(UserId recipient, ConversationEvent event) {
        try {
            directory.tell(recipient, () -> Events.encode(event, recipient));
        } catch (RuntimeException bug) {
            // The event is lost, and what follows it must not be: whoever should have heard it asks what happened.
            log.error("An event could not be told", bug);
            SyncRequired instead = new SyncRequired(SPREAD, event.at());
            directory.tell(recipient, () -> Events.encode(instead, recipient));
        }
    }
}
