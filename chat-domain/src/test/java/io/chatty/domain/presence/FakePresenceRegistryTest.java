package io.chatty.domain.presence;

import io.chatty.testkit.presence.FakePresenceRegistry;
import io.chatty.testkit.presence.PresenceRegistryContract;

class FakePresenceRegistryTest extends PresenceRegistryContract {

    private final FakePresenceRegistry registry = new FakePresenceRegistry();

    @Override
    protected FakePresenceRegistry registry() {
        return registry;
    }
}
