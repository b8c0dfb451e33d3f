package io.chatty.application.auth;

import static io.chatty.domain.ErrorCode.INVALID_CREDENTIALS;

import io.chatty.domain.auth.ClientLabel;
import io.chatty.domain.auth.IssuedSession;
import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionIssuer;
import io.chatty.domain.auth.SessionNotifier;
import io.chatty.domain.auth.SessionRepository;
import io.chatty.domain.auth.SessionRevoked;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserRepository;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a session begins: always a new one, never one that existed before the person proved who he is, and none for
 * whom a change of password or the end of the account overtook.
 */
final class SessionOpener {

    private final UserRepository users;
    private final SessionRepository sessions;
    private final SessionIssuer issuer;
    private final SessionNotifier notifier;
    private final Clock clock;

    SessionOpener(
            UserRepository users,
            SessionRepository sessions,
            SessionIssuer issuer,
            SessionNotifier notifier,
            Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.issuer = issuer;
        this.notifier = notifier;
        this.clock = clock;
    }

    /**
     * Opens a session.
     *
     * @param user as read before the password was compared
     * @throws io.chatty.domain.ChatException {@code INVALID_CREDENTIALS} if that password is none any more
     */
    SignedIn open(User user, @Nullable ClientLabel client) {
        Instant now = clock.instant();
        IssuedSession issued = issuer.issue();
        Session session = Session.open(issued.id(), user.id(), issued.token().hash(), client, now);
        for (Session displaced : sessions.add(session)) {
            notifier.tell(new SessionRevoked(displaced.id(), displaced.userId(), now));
        }
        // Whoever ends all sessions from here on finds this one; whoever did so before is noticed now.
        if (users.findById(user.id()).filter(user::hasPasswordOf).isEmpty()) {
            sessions.revoke(session.id(), now);
            throw INVALID_CREDENTIALS.refusal();
        }
        return new SignedIn(user, session, issued.token());
    }
}
