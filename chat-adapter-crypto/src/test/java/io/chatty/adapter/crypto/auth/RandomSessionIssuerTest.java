package io.chatty.adapter.crypto.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.adapter.crypto.RandomText;
import io.chatty.domain.auth.IssuedSession;
import io.chatty.domain.auth.SessionIssuer;
import io.chatty.testkit.auth.SessionIssuerContract;
import org.junit.jupiter.api.Test;

class RandomSessionIssuerTest extends SessionIssuerContract {

    private final RandomSessionIssuer issuer = new RandomSessionIssuer(new RandomText());

    @Override
    protected SessionIssuer issuer() {
        return issuer;
    }

    @Test
    void issuesTokensOf256BitsAndIdsOf128() {
        IssuedSession issued = issuer.issue();

        assertThat(issued.token().value()).matches("[A-Za-z0-9_-]{43}");
        assertThat(issued.id().value()).matches("s_[A-Za-z0-9_-]{22}");
    }
}
