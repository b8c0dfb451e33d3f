package io.chatty.adapter.crypto.auth;

import io.chatty.adapter.crypto.RandomText;
import io.chatty.domain.auth.IssuedSession;
import io.chatty.domain.auth.SessionId;
import io.chatty.domain.auth.SessionIssuer;
import io.chatty.domain.auth.SessionToken;
import org.springframework.stereotype.Component;

@Component
final class RandomSessionIssuer implements SessionIssuer {

    private static final int ID_BITS = 128;
    private static final int TOKEN_BITS = 256;

    private final RandomText random;

    RandomSessionIssuer(RandomText random) {
        this.random = random;
    }

    @Override
    public IssuedSession issue() {
        return new IssuedSession(
                new SessionId("s_" + random.ofBits(ID_BITS)), new SessionToken(random.ofBits(TOKEN_BITS)));
    }
}
