package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.Command;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.RestAnswer;
import io.chatty.endtoend.AccessTable.Entry;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may reach whom, over every route and destination: a stranger, somebody with forged ids, a blocked person, a session that is
 * over. A route that is missing in {@link AccessTable} fails the build.
 */
@EndToEndTest
class AccessTest {

    private static final String NO_USER = "u_" + "A".repeat(22);
    private static final String NO_CONVERSATION = "c_" + "A".repeat(22);
    private static final String NO_SESSION = "s_" + "A".repeat(22);

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private ChattyServer server;
    private ChattyPerson alice;
    private ChattyPerson bob;
    private String conversation;

    /** Alice hides from strangers, wrote with Bob, and blocks him. */
    @BeforeEach
    void aliceHidesAndBlocksBob() {
        server = ChattyServer.at("http://localhost:" + port);
        alice = server.register("Alice");
        bob = server.register("Bob");
        conversation = bob.openConversationWith(alice);
        bob.send(conversation, "hello");
        alice.rest()
                .patch("/api/v1/me", JsonObject.of("preferences", JsonObject.of("discoverable", false)))
                .expect(200);
        alice.rest().put("/api/v1/me/blocks/" + bob.id(), null).expect(204);
    }

    @Test
    void holdsEveryRoute() {
        Set<String> routes = MappedRoutes.of(requestMappingHandlerMapping);
        routes.removeIf(route -> !route.contains(" /api/"));
        Set<String> listed = new TreeSet<>();
        AccessTable.ROUTES.forEach(entry -> listed.add(entry.name()));
        assertThat(listed).isEqualTo(routes);
    }

    @Test
    void answersStrangersAsIfNothingWereThere() {
        ChattyPerson eve = server.register("Eve");
        for (Entry entry : AccessTable.ROUTES) {
            if (entry.addresses()) {
                RestAnswer real = ask(eve, entry, real());
                assertThat(real.status()).as(entry.name() + " " + real).isEqualTo(entry.stranger());
                assertThat(bare(real)).as(entry.name()).isEqualTo(bare(ask(eve, entry, forged())));
            }
        }
    }

    @Test
    void answersABlockedPersonAsBeforeOrAsIfTheAccountWereDeleted() {
        for (Entry entry : AccessTable.ROUTES) {
            if (entry.addresses()) {
                RestAnswer answer = ask(bob, entry, real());
                assertThat(answer.status()).as(entry.name() + " " + answer).isEqualTo(entry.blocked());
                if (answer.status() == 403) {
                    answer.expectProblem(403, "cannot-message-user");
                }
            }
        }
    }

    @Test
    void answersASessionThatIsOverWithNothingElse() {
        ChattyPerson over = alice.signInAgain();
        over.signOut();
        for (Entry entry : AccessTable.ROUTES) {
            if (!entry.open()) {
                ask(over, entry, real()).expectProblem(401, "session-revoked");
            }
        }
        alice.rest().get("/api/v1/me").expect(200);
    }

    @Test
    void nacksAlikeOverTheSocket() {
        ChattyPerson eve = server.register("Eve");
        try (ChattySession atEve = eve.connect();
                ChattySession atBob = bob.connect()) {
            AccessTable.destinations().forEach((destination, expected) -> {
                for (Map<String, String> ids : Set.of(real(), forged())) {
                    assertOutcome(atEve, destination, expected.body(ids), expected.stranger());
                }
                assertOutcome(atBob, destination, expected.body(real()), expected.blocked());
            });
        }
    }

    private static void assertOutcome(ChattySession session, String destination, JsonObject body, String code) {
        Command command = session.submit(destination, body);
        if (code.isEmpty()) {
            command.accepted();
        } else {
            assertThat(command.nack().string("code"))
                    .as(destination + " " + body)
                    .isEqualTo(code);
        }
    }

    private Map<String, String> real() {
        return Map.of(
                "USER", alice.id(),
                "CONVERSATION", conversation,
                "SESSION", alice.sessionId(),
                "EMAIL", alice.credentials().email());
    }

    private static Map<String, String> forged() {
        return Map.of(
                "USER", NO_USER,
                "CONVERSATION", NO_CONVERSATION,
                "SESSION", NO_SESSION,
                "EMAIL", "nobody-at-all@example.org");
    }

    private static RestAnswer ask(ChattyPerson person, Entry entry, Map<String, String> ids) {
        return person.rest().send(entry.verb(), AccessTable.fill(entry.path(), ids), entry.body(ids));
    }

    /** Without what differs from request to request, and from id to id. */
    private String bare(RestAnswer answer) {
        return answer.text().replaceAll("\"requestId\":\"[^\"]*\"", "").replace(alice.id(), NO_USER);
    }
}
