package io.chatty.application.presence;

import static io.chatty.domain.ErrorCode.TEMPORARILY_UNAVAILABLE;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.presence.LastSeenRepository;
import io.chatty.domain.presence.Presence;
import io.chatty.domain.presence.PresenceChanged;
import io.chatty.domain.presence.PresenceNotifier;
import io.chatty.domain.presence.PresenceState;
import io.chatty.domain.user.AcquaintanceRepository;
import io.chatty.testkit.Store;
import io.chatty.testkit.TestClock;
import io.chatty.testkit.presence.FakePresenceRegistry;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PresenceWithoutStoreTest {

    private static final ConnectionId ANNAS = new ConnectionId("annas");
    private static final ConnectionId BOBS = new ConnectionId("bobs");

    private final Store store = Store.fake();
    private final AcquaintanceRepository acquaintances = mock();
    private final LastSeenRepository lastSeen = mock();
    private final PresenceNotifier notifier = mock();
    private final TestClock clock = new TestClock();
    private final PresenceAssembly assembly = new PresenceAssembly(
            new FakePresenceRegistry(),
            lastSeen,
            new PresenceAssembly.People(store.relations(clock), acquaintances),
            notifier,
            clock);

    @Test
    void tellsThatSomebodyIsGoneAlsoWhileTheStoreIsAway() {
        given(lastSeen.find(any())).willReturn(Map.of());
        given(acquaintances.findAmong(any(), any())).willReturn(Set.of());
        store.users().add(ANNA);
        store.users().add(BOB);
        assembly.connect().connect(ANNAS, ANNA.id());
        assembly.connect().connect(BOBS, BOB.id());
        assembly.watchPresence().watch(ANNAS, Set.of(BOB.id()));
        given(lastSeen.find(any())).willThrow(TEMPORARILY_UNAVAILABLE.refusal());
        given(acquaintances.findAmong(any(), any())).willThrow(TEMPORARILY_UNAVAILABLE.refusal());

        assembly.disconnect().disconnect(BOBS, DisconnectUseCase.Farewell.GONE);

        verify(notifier)
                .tell(ANNAS, new PresenceChanged(new Presence(BOB.id(), PresenceState.OFFLINE, null), clock.instant()));
    }
}
