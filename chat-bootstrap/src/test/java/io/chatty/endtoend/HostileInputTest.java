package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.adapter.stomp.Destination;
import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.Command;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.RestAnswer;
import io.chatty.conformance.protocol.StompFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whatever is thrown at any route or destination is answered with a code, shows nothing internal and stores nothing. The
 * routes are asked of the application itself, so that a new one is thrown at as well.
 */
@EndToEndTest
class HostileInputTest {

    private static final String DEEP = "[".repeat(5_000);

    /** Bodies that no command accepts, each with the code that every command gives it. */
    private static final Map<String, String> BAD_BODIES = Map.ofEntries(
            Map.entry("", "malformed-request"),
            Map.entry("{", "malformed-request"),
            Map.entry("[]", "malformed-request"),
            Map.entry("null", "malformed-request"),
            Map.entry("\"text\"", "malformed-request"),
            Map.entry("{}{}", "malformed-request"),
            Map.entry("{\"a\":1,\"a\":2}", "malformed-request"),
            Map.entry("{\"text\":" + DEEP, "malformed-request"),
            Map.entry("{'text':'x'}", "malformed-request"),
            Map.entry("{\"text\":NaN}", "malformed-request"),
            Map.entry(
                    "{\"text\":1,\"email\":[],\"name\":{},\"password\":true,\"readSeq\":\"1\",\"deliveredSeq\":\"1\","
                            + "\"conversationId\":7,\"toUserId\":7,\"active\":\"yes\",\"state\":1,\"userIds\":\"u_1\",\"muted\":1}",
                    "validation-failed"));

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private ChattyServer server;
    private ChattyPerson alice;
    private ChattyPerson bob;
    private String conversation;

    @BeforeEach
    void register() {
        server = ChattyServer.at("http://localhost:" + port);
        alice = server.register("Alice");
        bob = server.register("Bob");
        conversation = alice.openConversationWith(bob);
        alice.send(conversation, "the only message");
    }

    @Test
    void everyRouteAnswersBadBodiesWithTheirCode() {
        for (String route : routes("POST", "PUT", "PATCH")) {
            if (route.contains("/with/") || route.contains("/reactions/") || route.contains("/blocks/")) {
                continue; // takes no body
            }
            BAD_BODIES.forEach((body, code) -> assertRefused(
                    route + " " + shortened(body), send(route, body.getBytes(StandardCharsets.UTF_8)), 400, code));
            assertRefused(
                    route + " UTF-16", send(route, "{}".getBytes(StandardCharsets.UTF_16)), 400, "malformed-request");
            assertRefused(
                    route + " broken UTF-8",
                    send(route, new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}),
                    400,
                    "malformed-request");
            assertRefused(route + " 65 KiB", send(route, new byte[65 * 1024]), 413, "payload-too-large");
        }
        nothingIsStored();
    }

    @Test
    void everyRouteButThePublicOnesAsksForASession() {
        List<String> open = List.of("POST /api/v1/accounts", "POST /api/v1/sessions", "GET /api/v1/server");
        for (String route : routes("GET", "POST", "PUT", "DELETE", "PATCH")) {
            if (route.contains(" /api/") && !open.contains(route)) {
                String[] verbAndPath = fill(route).split(" ");
                assertRefused(
                        route + " for nobody",
                        server.rest().send(verbAndPath[0], verbAndPath[1], null),
                        401,
                        "authentication-required");
                assertRefused(
                        route + " with a made-up token",
                        server.rest().withToken("A".repeat(43)).send(verbAndPath[0], verbAndPath[1], null),
                        401,
                        "authentication-required");
            }
        }
    }

    @Test
    void everyRouteOfAConversationHidesItFromOthers() {
        ChattyPerson eve = server.register("Eve");
        for (String route : routes("GET", "POST", "PUT", "PATCH", "DELETE")) {
            if (route.contains("/conversations/{") && !route.contains("/with/")) {
                String[] verbAndPath = fill(route).split(" ");
                boolean bodiless = List.of("GET", "DELETE").contains(verbAndPath[0]);
                JsonObject body = bodiless ? null : JsonObject.of("text", "hello", "readSeq", 1L);
                RestAnswer others = eve.rest().send(verbAndPath[0], verbAndPath[1], body);
                RestAnswer nobodys = eve.rest()
                        .send(verbAndPath[0], verbAndPath[1].replace(conversation, "c_" + "A".repeat(22)), body);
                assertRefused(route + " of others", others, 404, "not-found");
                assertThat(others.text().replaceAll("\"requestId\":\"[^\"]*\"", ""))
                        .isEqualTo(nobodys.text().replaceAll("\"requestId\":\"[^\"]*\"", ""));
            }
        }
        nothingIsStored();
    }

    static Stream<String> destinations() {
        return Stream.of(Destination.values())
                .filter(destination -> destination.use() == Destination.Use.SEND)
                .map(Destination::path);
    }

    @ParameterizedTest
    @MethodSource("destinations")
    void everyDestinationAnswersBadBodiesWithANack(String destination) {
        try (ChattySession session = alice.connect()) {
            BAD_BODIES.forEach((body, code) -> {
                Command command = session.submit(
                        StompFrame.of("SEND", "destination", destination).withBody(body));
                JsonObject problem = command.nack();
                assertThat(problem.string("code"))
                        .as(destination + " " + shortened(body))
                        .isEqualTo(code);
                assertNothingInternal(destination, problem.toString());
            });
            assertThat(session.connection().isOpen()).isTrue();
        }
        nothingIsStored();
    }

    @ParameterizedTest
    @MethodSource("forbiddenDestinations")
    void noOtherDestinationCanBeSentToOrHeard(String destination) {
        for (String command : List.of("SEND", "SUBSCRIBE")) {
            ChattySession session = alice.connect();
            session.connection()
                    .send(StompFrame.of(command, "id", "x", "destination", destination, "receipt", "r")
                            .withBody(command.equals("SEND") ? "{\"text\":\"forged\"}" : ""));
            StompFrame error = session.connection().awaitError("destination-not-allowed", 4400);
            assertThat(error.header("receipt-id")).isEqualTo("r");
            assertNothingInternal(destination, error.toString());
        }
        nothingIsStored();
    }

    static Stream<String> forbiddenDestinations() {
        return Stream.of(
                "/topic/all",
                "/queue/events",
                "/queue/**",
                "/user/**",
                "/user/queue/*",
                "/user/queue/events/",
                "/user/queue/Events",
                "/user/u_1/queue/events",
                "/user/queue/events-user1",
                "/app/messages.send/",
                "/app/messages.*",
                "/app/%6Dessages.send",
                "app/messages.send",
                "/",
                "");
    }

    private List<String> routes(String... verbs) {
        Set<String> routes = MappedRoutes.of(requestMappingHandlerMapping);
        routes.removeIf(route -> !List.of(verbs).contains(route.split(" ")[0]));
        assertThat(routes).isNotEmpty();
        return new ArrayList<>(routes);
    }

    private String fill(String route) {
        return route.replace("/users/{", "/users/" + bob.id() + "{")
                .replace("/with/{", "/with/" + bob.id() + "{")
                .replace("/conversations/{", "/conversations/" + conversation + "{")
                .replace("/messages/{", "/messages/1{")
                .replace("/reactions/{", "/reactions/%F0%9F%91%8D{")
                .replaceAll("/changes$", "/changes?since=0")
                .replaceAll("\\{[^}]*}", "");
    }

    private RestAnswer send(String route, byte[] body) {
        String[] verbAndPath = fill(route).split(" ");
        return alice.rest().send(verbAndPath[0], verbAndPath[1], Map.of("Content-Type", "application/json"), body);
    }

    private static void assertRefused(String what, RestAnswer answer, int status, String code) {
        assertThat(answer.status()).as(what + " answers " + answer).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(what).startsWith("application/problem+json");
        assertThat(answer.json().string("code")).as(what).isEqualTo(code);
        assertNothingInternal(what, answer.text());
    }

    private static void assertNothingInternal(String what, String text) {
        assertThat(text)
                .as(what)
                .doesNotContain("Exception", "io.chatty", "java.", "springframework", "jetty", "\tat ");
    }

    private void nothingIsStored() {
        assertThat(alice.conversations()).hasSize(1);
        assertThat(alice.history(conversation)).hasSize(1);
        assertThat(alice.conversation(conversation).number("rev")).isEqualTo(1);
        assertThat(alice.conversation(conversation).number("me.readSeq")).isZero();
    }

    private static String shortened(String body) {
        return body.length() < 60 ? body : body.substring(0, 60) + "...";
    }
}
