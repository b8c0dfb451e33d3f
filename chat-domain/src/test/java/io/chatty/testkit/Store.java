package io.chatty.testkit;

import io.chatty.domain.StoreIdentityRepository;
import io.chatty.domain.auth.SessionRepository;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.conversation.MarkRepository;
import io.chatty.domain.conversation.MessageRepository;
import io.chatty.domain.conversation.ProbeRepository;
import io.chatty.domain.conversation.SyncRepository;
import io.chatty.domain.presence.LastSeenRepository;
import io.chatty.domain.user.AcquaintanceRepository;
import io.chatty.domain.user.BlockRepository;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserRepository;
import io.chatty.testkit.auth.FakeSessionRepository;
import io.chatty.testkit.conversation.FakeConversationRepository;
import io.chatty.testkit.conversation.FakeConversations;
import io.chatty.testkit.conversation.FakeMarkRepository;
import io.chatty.testkit.conversation.FakeMessageRepository;
import io.chatty.testkit.conversation.FakeProbeRepository;
import io.chatty.testkit.conversation.FakeSyncRepository;
import io.chatty.testkit.presence.FakeLastSeenRepository;
import io.chatty.testkit.user.FakeAcquaintanceRepository;
import io.chatty.testkit.user.FakeBlockRepository;
import io.chatty.testkit.user.FakeUserRepository;
import java.time.Clock;

/** The durable ports of one store, which agree with each other: what one of them has stored, the others see. */
public record Store(
        UserRepository users,
        BlockRepository blocks,
        AcquaintanceRepository acquaintances,
        SessionRepository sessions,
        ConversationRepository conversations,
        MessageRepository messages,
        MarkRepository marks,
        SyncRepository sync,
        ProbeRepository probes,
        LastSeenRepository lastSeen,
        StoreIdentityRepository identity) {

    /** Finds the implementation of a port. */
    @FunctionalInterface
    public interface Ports {

        <T> T find(Class<T> port);
    }

    /** The ports of a store that is open. */
    public static Store of(Ports ports) {
        return new Store(
                ports.find(UserRepository.class),
                ports.find(BlockRepository.class),
                ports.find(AcquaintanceRepository.class),
                ports.find(SessionRepository.class),
                ports.find(ConversationRepository.class),
                ports.find(MessageRepository.class),
                ports.find(MarkRepository.class),
                ports.find(SyncRepository.class),
                ports.find(ProbeRepository.class),
                ports.find(LastSeenRepository.class),
                ports.find(StoreIdentityRepository.class));
    }

    /** What stands between the people of this store. */
    public Relations relations(Clock clock) {
        return new Relations(users, blocks, acquaintances, clock);
    }

    /** An empty store that lives in memory. */
    public static Store fake() {
        FakeConversations conversations = new FakeConversations();
        return new Store(
                new FakeUserRepository(),
                new FakeBlockRepository(),
                new FakeAcquaintanceRepository(conversations::acquaintancesOf),
                new FakeSessionRepository(),
                new FakeConversationRepository(conversations),
                new FakeMessageRepository(conversations),
                new FakeMarkRepository(conversations),
                new FakeSyncRepository(conversations),
                new FakeProbeRepository(Clock.systemUTC()),
                new FakeLastSeenRepository(),
                new FakeStoreIdentityRepository());
    }
}
