package io.chatty.adapter.stomp.user;

import io.chatty.adapter.stomp.SessionDirectory;
import io.chatty.domain.user.UserEvent;
import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserNotifier;
import io.chatty.wire.Events;
import org.springframework.stereotype.Component;

@Component
final class StompUserNotifier implements UserNotifier {

    private final SessionDirectory directory;

    StompUserNotifier(SessionDirectory directory) {
        this.directory = directory;
    }

    @Override
    public void tell(UserId recipient, UserEvent event) {
        directory.tell(recipient, () -> Events.encode(event));
    }
}
