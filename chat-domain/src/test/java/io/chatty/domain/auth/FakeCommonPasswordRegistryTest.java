package io.chatty.domain.auth;

import io.chatty.testkit.auth.CommonPasswordRegistryContract;
import io.chatty.testkit.auth.FakeCommonPasswordRegistry;

class FakeCommonPasswordRegistryTest extends CommonPasswordRegistryContract {

    private final FakeCommonPasswordRegistry registry = new FakeCommonPasswordRegistry();

    @Override
    protected FakeCommonPasswordRegistry registry() {
        return registry;
    }
}
