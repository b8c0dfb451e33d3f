package io.chatty.adapter.stomp.conversation;

import io.chatty.adapter.stomp.SessionDirectory;
import io.chatty.domain.conversation.ConversationEvent;
import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.user.UserId;
import io.chatty.wire.Events;
import org.springframework.stereotype.Component;

@Component
final class StompConversationNotifier implements ConversationNotifier {

    private final SessionDirectory directory;

    StompConversationNotifier(SessionDirectory directory) {
        this.directory = directory;
    }

    @Override
    public void tell(UserId recipient, ConversationEvent event) {
        directory.tell(recipient, () -> Events.encode(event, recipient));
    }
}
