package io.chatty.application.presence;

import static io.chatty.domain.ErrorCode.TEMPORARILY_UNAVAILABLE;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.presence.LastSeenRepository;
import io.chatty.domain.presence.Presence;
import io.chatty.domain.presence.PresenceChanged;
import io.chatty.domain.presence.PresenceNotifier;
import io.chatty.domain.presence.PresenceState;
import io.chatty.testkit.TestClock;
import io.chatty.testkit.presence.FakePresenceRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PresenceWithoutStoreTest {

    private static final ConnectionId ANNAS = new ConnectionId("annas");
    private static final ConnectionId BOBS = new ConnectionId("bobs");

    private final ConversationRepository conversations = mock();
    private final LastSeenRepository lastSeen = mock();
    private final PresenceNotifier notifier = mock();
    private final TestClock clock = new TestClock();
    private final PresenceAssembly assembly =
            new PresenceAssembly(new FakePresenceRegistry(), lastSeen, conversations, notifier, clock);

    @Test
    void tellsThatSomebodyIsGoneAlsoWhileTheStoreIsAway() {
        given(lastSeen.find(any())).willReturn(Map.of());
        given(conversations.acquaintancesOf(any())).willReturn(List.of());
        assembly.connect().connect(ANNAS, ANNA.id());
        assembly.connect().connect(BOBS, BOB.id());
        assembly.watchPresence().watch(ANNAS, Set.of(BOB.id()));
        given(lastSeen.find(any())).willThrow(TEMPORARILY_UNAVAILABLE.refusal());
        given(conversations.acquaintancesOf(any())).willThrow(TEMPORARILY_UNAVAILABLE.refusal());

        assembly.disconnect().disconnect(BOBS, DisconnectUseCase.Farewell.GONE);

        verify(notifier)
                .tell(ANNAS, new PresenceChanged(new Presence(BOB.id(), PresenceState.OFFLINE, null), clock.instant()));
    }
}
