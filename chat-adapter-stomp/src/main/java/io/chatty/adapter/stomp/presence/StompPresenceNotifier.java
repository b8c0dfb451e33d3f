package io.chatty.adapter.stomp.presence;

import io.chatty.adapter.stomp.SessionDirectory;
import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.presence.PresenceEvent;
import io.chatty.domain.presence.PresenceNotifier;
import io.chatty.wire.Events;
import org.springframework.stereotype.Component;

@Component
final class StompPresenceNotifier implements PresenceNotifier {

    private final SessionDirectory directory;

    StompPresenceNotifier(SessionDirectory directory) {
        this.directory = directory;
    }

    @Override
    public void tell(ConnectionId watcher, PresenceEvent event) {
        directory.tell(watcher, () -> Events.encode(event));
    }
}
