package io.chatty.adapter.web.auth;

import io.chatty.adapter.web.OpenPolls;
import io.chatty.domain.auth.SessionEvent;
import io.chatty.domain.auth.SessionNotifier;
import org.springframework.stereotype.Component;

/** Ends the requests that wait for a session that is over; the remaining ones of its person learn of it by their sockets. */
@Component
final class WebSessionNotifier implements SessionNotifier {

    private final OpenPolls polls;

    WebSessionNotifier(OpenPolls polls) {
        this.polls = polls;
    }

    @Override
    public void tell(SessionEvent event) {
        polls.revoke(event.sessionId());
    }
}
