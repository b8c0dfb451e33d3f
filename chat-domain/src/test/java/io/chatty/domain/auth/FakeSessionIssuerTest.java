package io.chatty.domain.auth;

import io.chatty.testkit.auth.FakeSessionIssuer;
import io.chatty.testkit.auth.SessionIssuerContract;

class FakeSessionIssuerTest extends SessionIssuerContract {

    private final FakeSessionIssuer issuer = new FakeSessionIssuer();

    @Override
    protected FakeSessionIssuer issuer() {
        return issuer;
    }
}
