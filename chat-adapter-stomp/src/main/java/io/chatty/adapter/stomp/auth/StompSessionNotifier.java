package io.chatty.adapter.stomp.auth;

import io.chatty.adapter.stomp.SessionDirectory;
import io.chatty.domain.auth.SessionEvent;
import io.chatty.domain.auth.SessionNotifier;
import io.chatty.wire.Events;
import org.springframework.stereotype.Component;

@Component
final class StompSessionNotifier implements SessionNotifier {

    private final SessionDirectory directory;

    StompSessionNotifier(SessionDirectory directory) {
        this.directory = directory;
    }

    @Override
    public void tell(SessionEvent event) {
        directory.revoke(event.userId(), event.sessionId(), () -> Events.encode(event));
    }
}
