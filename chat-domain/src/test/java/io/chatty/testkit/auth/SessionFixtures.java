package io.chatty.testkit.auth;

import io.chatty.domain.auth.ClientLabel;
import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionId;
import io.chatty.domain.auth.SessionToken;
import io.chatty.domain.user.User;
import io.chatty.testkit.Times;
import java.time.Instant;

/** Sessions to test with. */
public final class SessionFixtures {

    private SessionFixtures() {}

    /** The session {@code s_<word>} opened at {@link Times#NOW} with {@link #token(String) the token} of that word. */
    public static Session session(String word, User owner) {
        return sessionAt(word, owner, Times.NOW);
    }

    /** The session {@code s_<word>} opened at a time with {@link #token(String) the token} of that word. */
    public static Session sessionAt(String word, User owner, Instant createdAt) {
        return Session.open(
                new SessionId("s_" + word), owner.id(), token(word).hash(), new ClientLabel("Firefox"), createdAt);
    }

    public static SessionToken token(String word) {
        return new SessionToken("token of " + word);
    }
}
