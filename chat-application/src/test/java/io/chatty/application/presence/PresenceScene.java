package io.chatty.application.presence;

import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.mockito.Mockito.mock;

import io.chatty.domain.presence.Activity;
import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.presence.Presence;
import io.chatty.domain.presence.PresenceChanged;
import io.chatty.domain.presence.PresenceEvent;
import io.chatty.domain.presence.PresenceNotifier;
import io.chatty.domain.presence.PresenceRegistry;
import io.chatty.domain.user.AccountField;
import io.chatty.domain.user.ProfileChange;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.User;
import io.chatty.testkit.Store;
import io.chatty.testkit.TestClock;
import io.chatty.testkit.presence.FakePresenceRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;

/** The use cases of presence over a store in memory. */
final class PresenceScene {

    final Store store = Store.fake();
    final TestClock clock = new TestClock();
    final PresenceRegistry registry = new FakePresenceRegistry();
    final PresenceNotifier notifier = mock();
    final Relations relations = store.relations(clock);
    final PresenceAssembly assembly = new PresenceAssembly(
            registry, store.lastSeen(), new PresenceAssembly.People(relations, store.acquaintances()), notifier, clock);

    PresenceScene() {
        List.of(ANNA, BOB, CARA).forEach(store.users()::add);
    }

    ConnectionId connect(User person, String connection) {
        ConnectionId id = new ConnectionId(connection);
        assembly.connect().connect(id, person.id());
        return id;
    }

    void disconnect(ConnectionId connection, DisconnectUseCase.Farewell farewell) {
        assembly.disconnect().disconnect(connection, farewell);
    }

    void report(ConnectionId connection, Activity activity) {
        assembly.reportActivity().report(connection, activity);
    }

    void watch(ConnectionId connection, User... people) {
        assembly.watchPresence()
                .watch(connection, Arrays.stream(people).map(User::id).collect(Collectors.toSet()));
    }

    void expire() {
        assembly.expirePresence().expire();
    }

    void change(User person, ProfileChange change) {
        store.users().change(person.id(), change);
        relations.changed(person.id(), AccountField.named(change));
    }

    /** Two people exchange a word, so that each may know when the other was last seen. */
    void acquaint(User one, User other) {
        store.messages().append(draft(one, other, "hi"));
    }

    /** Connects a person who watches others, and forgets what was told so far. */
    ConnectionId watcher(User person, User... watched) {
        ConnectionId connection = connect(person, "watcher-" + person.id());
        watch(connection, watched);
        startListening();
        return connection;
    }

    void startListening() {
        Mockito.clearInvocations(notifier);
    }

    /** What a connection was told, in that order. */
    List<Presence> toldTo(ConnectionId connection) {
        ArgumentCaptor<PresenceEvent> events = ArgumentCaptor.captor();
        Mockito.verify(notifier, Mockito.atLeast(0)).tell(Mockito.eq(connection), events.capture());
        return events.getAllValues().stream()
                .map(event -> ((PresenceChanged) event).presence())
                .toList();
    }

    Presence seenBy(User viewer, User person) {
        return assembly.getPresence().get(viewer.id(), List.of(person.id())).get(0);
    }
}
