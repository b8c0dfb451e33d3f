package io.chatty.application.presence;

import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.application.presence.DisconnectUseCase.Farewell;
import io.chatty.domain.presence.Activity;
import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.presence.PresenceChanged;
import io.chatty.domain.presence.PresenceRegistry;
import io.chatty.domain.presence.PresenceState;
import io.chatty.testkit.Concurrently;
import io.chatty.testkit.Store;
import io.chatty.testkit.TestClock;
import io.chatty.testkit.presence.FakePresenceRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

class PresenceOrderTest {

    private static final int CONNECTIONS = 8;
    private static final int ROUNDS = 50;

    private final Store store = Store.fake();
    private final PresenceRegistry registry = new FakePresenceRegistry();
    private final List<PresenceState> told = new CopyOnWriteArrayList<>();
    private final PresenceAssembly assembly = new PresenceAssembly(
            registry,
            store.lastSeen(),
            new PresenceAssembly.People(store.relations(new TestClock()), store.acquaintances()),
            (watcher, event) -> told.add(((PresenceChanged) event).presence().state()),
            new TestClock());

    @BeforeEach
    void register() {
        store.users().add(ANNA);
        store.users().add(BOB);
    }

    @RepeatedTest(10)
    void tellsTransitionsInTheirOrderHoweverManyHappenAtOnce() {
        ConnectionId watcher = new ConnectionId("watcher");
        assembly.connect().connect(watcher, ANNA.id());
        assembly.watchPresence().watch(watcher, Set.of(BOB.id()));

        Concurrently.call(CONNECTIONS, number -> {
            ConnectionId connection = new ConnectionId("bob " + number);
            for (int round = 0; round < ROUNDS; round++) {
                assembly.connect().connect(connection, BOB.id());
                assembly.reportActivity().report(connection, Activity.AWAY);
                assembly.reportActivity().report(connection, Activity.ACTIVE);
                assembly.disconnect().disconnect(connection, Farewell.GONE);
            }
            return number;
        });

        assertThat(told).hasSizeGreaterThan(2).endsWith(PresenceState.OFFLINE);
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i)).as("word " + i).isNotEqualTo(told.get(i - 1));
        }
    }
}
