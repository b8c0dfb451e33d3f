package io.chatty.adapter.stomp.live;

import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.conversation.ProbeRegistry;
import io.chatty.testkit.conversation.ProbeRegistryContract;

class StompProbeRegistryTest extends ProbeRegistryContract {

    private final TestServer server = TestServer.shared();

    @Override
    protected ProbeRegistry registry() {
        return server.probes();
    }

    @Override
    protected ConversationNotifier notifier() {
        return server.conversationNotifier();
    }
}
