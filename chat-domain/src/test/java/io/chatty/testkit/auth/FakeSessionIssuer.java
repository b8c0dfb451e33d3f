package io.chatty.testkit.auth;

import io.chatty.domain.auth.IssuedSession;
import io.chatty.domain.auth.SessionId;
import io.chatty.domain.auth.SessionIssuer;
import io.chatty.domain.auth.SessionToken;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts: {@code s_1} with {@code token-1}, {@code s_2} with {@code token-2} and so on. */
public final class FakeSessionIssuer implements SessionIssuer {

    private final AtomicInteger count = new AtomicInteger();

    @Override
    public IssuedSession issue() {
        int number = count.incrementAndGet();
        return new IssuedSession(new SessionId("s_" + number), new SessionToken("token-" + number));
    }
}
