package io.chatty.adapter.stomp.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.JsonObject;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresenceTest {

    private final TestServer server = TestServer.shared();
    private final Person anna = server.newPerson();
    private final Person bob = server.newPerson();

    @Test
    void tellsWhoWatchesWhoComesTurnsAwayAndGoes() {
        try (ChattySession watcher = server.session(anna)) {
            watcher.watch(bob.id());
            watcher.awaitEvent("presence.changed", "userId", bob.id(), "state", "offline");

            ChattySession watched = server.session(bob);
            watcher.awaitEvent("presence.changed", "userId", bob.id(), "state", "online");
            watched.appear("away");
            watcher.awaitEvent("presence.changed", "userId", bob.id(), "state", "away");
            int seen = watcher.events().mark();
            watched.leave();
            watcher.events().awaitAfter(seen, "offline", ChattySession.event("presence.changed", "state", "offline"));
        }
    }

    @Test
    void tellsOnlyTheSessionThatWatches() {
        try (ChattySession watcher = server.session(anna);
                ChattySession other = server.session(anna);
                ChattySession watched = server.session(bob)) {
            watcher.watch(bob.id());

            watcher.awaitEvent("presence.changed", "state", "online");
            watched.appear("away");
            watcher.awaitEvent("presence.changed", "state", "away");
            other.appear("active");
            assertThat(other.events().seen()).isEmpty();
        }
    }

    @Test
    void takesIdsThatAreNoneForPeopleWhoAreOffline() {
        try (ChattySession watcher = server.session(anna)) {
            watcher.watch("nobody", "u_unknown", "", "nobody");

            List<JsonObject> told = watcher.events().awaitMany("presence", 3, event -> true);
            assertThat(told)
                    .extracting(event -> event.string("userId") + " " + event.string("state"))
                    .containsExactlyInAnyOrder("nobody offline", "u_unknown offline", " offline");
        }
    }

    @Test
    void refusesToWatchTooMany() {
        try (ChattySession watcher = server.session(anna)) {
            JsonObject tooMany = JsonObject.of("userIds", Collections.nCopies(201, bob.id()));

            JsonObject problem = watcher.submit("/app/presence.watch", tooMany).nack();

            assertThat(problem.string("code")).isEqualTo("validation-failed");
            assertThat(problem.objects("errors").get(0).string("pointer")).isEqualTo("/userIds");
        }
    }

    @Test
    void refusesAStateThatIsNone() {
        try (ChattySession session = server.session(anna)) {
            for (JsonObject body : List.of(
                    JsonObject.of(), JsonObject.of("state", "offline"), JsonObject.of("state", List.of("away")))) {
                assertThat(session.submit("/app/presence", body).nack().string("code"))
                        .isEqualTo("validation-failed");
            }
        }
    }
}
