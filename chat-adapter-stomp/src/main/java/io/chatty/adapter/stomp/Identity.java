package io.chatty.adapter.stomp;

import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionId;
import io.chatty.domain.auth.SessionToken;
import io.chatty.domain.user.UserId;
import java.time.Instant;

/**
 * Who is at the other end.
 *
 * @param token asked about again at {@code checkAt}
 * @param checkAt when the session may have ended by time, or its use is worth noting again
 */
record Identity(UserId user, SessionId session, SessionToken token, Instant checkAt) {

    static Identity of(Session session, SessionToken token, Instant now) {
        Instant noted = now.plus(Session.TOUCH_INTERVAL);
        Instant checkAt = noted.isBefore(session.expiresAt()) ? noted : session.expiresAt();
        return new Identity(session.userId(), session.id(), token, checkAt);
    }

    Identity checkedAgainAt(Instant time) {
        return new Identity(user, session, token, time);
    }
}
