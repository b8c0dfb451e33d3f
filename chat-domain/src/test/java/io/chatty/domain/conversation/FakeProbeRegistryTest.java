package io.chatty.domain.conversation;

import io.chatty.testkit.conversation.FakeProbeRegistry;
import io.chatty.testkit.conversation.ProbeRegistryContract;

class FakeProbeRegistryTest extends ProbeRegistryContract {

    private final FakeProbeRegistry registry = new FakeProbeRegistry();

    @Override
    protected ProbeRegistry registry() {
        return registry;
    }

    @Override
    protected ConversationNotifier notifier() {
        return registry;
    }
}
