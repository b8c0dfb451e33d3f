package io.chatty.application.auth;

import io.chatty.domain.auth.ClientLabel;
import io.chatty.domain.auth.IssuedSession;
import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionIssuer;
import io.chatty.domain.auth.SessionNotifier;
import io.chatty.domain.auth.SessionRepository;
import io.chatty.domain.auth.SessionRevoked;
import io.chatty.domain.user.User;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides how a session begins: always a new one, never one that existed before the person proved who he is. */
final class SessionOpener {

    private final SessionRepository sessions;
    private final SessionIssuer issuer;
    private final SessionNotifier notifier;
    private final Clock clock;

    SessionOpener(SessionRepository sessions, SessionIssuer issuer, SessionNotifier notifier, Clock clock) {
        this.sessions = sessions;
        this.issuer = issuer;
        this.notifier = notifier;
        this.clock = clock;
    }

    SignedIn open(User user, @Nullable ClientLabel client) {
        Instant now = clock.instant();
        IssuedSession issued = issuer.issue();
        Session session = Session.open(issued.id(), user.id(), issued.token().hash(), client, now);
        for (Session displaced : sessions.add(session)) {
            notifier.tell(new SessionRevoked(displaced.id(), displaced.userId(), now));
        }
        return new SignedIn(user, session, issued.token());
    }
}
