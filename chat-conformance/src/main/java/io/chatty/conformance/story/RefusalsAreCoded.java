package io.chatty.conformance.story;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.RandomWords;
import io.chatty.conformance.protocol.Handshake;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.Problems;
import io.chatty.conformance.protocol.RestAnswer;
import io.chatty.conformance.protocol.RestClient;
import io.chatty.conformance.protocol.StompConnection;
import io.chatty.conformance.protocol.StompFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is refused is refused with its code, on both transports alike, and leaves nothing behind. */
public final class RefusalsAreCoded implements Story {

    private static final String NOBODY = "u_nobodyeverhadthisid0000000";
    private static final String NOWHERE = "c_nobodyeverhadthisid0000000";
    private static final int PROTOCOL_BROKEN = 4400;
    private static final int SIGN_IN_AGAIN = 4401;

    @Override
    public String play(ChattyServer server) {
        ChattyPerson alice = server.register("Alice");
        ChattyPerson bob = server.register("Bob");
        ChattyPerson eve = server.register("Eve");
        String conversation = alice.openConversationWith(bob);
        alice.send(conversation, "for Bob only");

        accounts(server, alice);
        requests(alice.rest(), conversation);
        texts(alice, conversation);
        otherPeoplesThings(eve, conversation);
        nacks(alice, eve, conversation);
        errors(server, alice);

        Expect.same("messages stored in the end", 1, bob.history(conversation).size());
        return "REST problems, nacks and ERRORs";
    }

    private static void accounts(ChattyServer server, ChattyPerson alice) {
        RestAnswer anonymous = server.rest().get("/api/v1/me");
        anonymous.expectProblem(401, "authentication-required");
        Expect.that(
                String.valueOf(anonymous.header("WWW-Authenticate")).startsWith("Bearer"),
                "WWW-Authenticate: Bearer",
                anonymous.headers());
        server.rest().withToken("never-given-out").get("/api/v1/me").expectProblem(401, "authentication-required");

        String email = alice.credentials().email();
        JsonObject wrong = JsonObject.of("email", email, "password", "not the password");
        server.rest().post("/api/v1/sessions", wrong).expectProblem(401, "invalid-credentials");
        JsonObject unknown = wrong.with("email", "nobody." + email);
        server.rest().post("/api/v1/sessions", unknown).expectProblem(401, "invalid-credentials");

        JsonObject taken =
                JsonObject.of("name", "Alice", "email", " " + email.toUpperCase(Locale.ROOT), "password", "qzvkwpyrn");
        server.rest().post("/api/v1/accounts", taken).expectProblem(409, "email-taken");
        JsonObject tooLong = taken.with("email", "x" + email).with("password", "p".repeat(73));
        expectField(server.rest().post("/api/v1/accounts", tooLong), "/password", "too-long");
    }

    private static void requests(RestClient rest, String conversation) {
        String path = "/api/v1/conversations/" + conversation + "/messages";
        rest.get("/api/v1/nothing-here").expectProblem(404, "not-found");
        rest.delete("/api/v1/me").expectProblem(405, "method-not-allowed");
        rest.get("/api/v1/users?limit=101").expectProblem(400, "validation-failed");
        rest.get("/api/v1/users?cursor=made-up").expectProblem(400, "invalid-cursor");
        post(rest, path, "application/json", "{\"text\":").expectProblem(400, "malformed-request");
        post(rest, path, "application/json", "{\"text\":\"a\",\"text\":\"b\"}").expectProblem(400, "malformed-request");
        post(rest, path, "text/plain", "hello").expectProblem(415, "unsupported-media-type");
        post(rest, path, "application/json", "{\"text\":\"" + "x".repeat(65 * 1024) + "\"}")
                .expectProblem(413, "payload-too-large");
        RestAnswer mismatch = rest.withHeader("Idempotency-Key", "one")
                .post(path, JsonObject.of("clientMessageId", "another", "text", "hello"));
        mismatch.expectProblem(400, "idempotency-key-mismatch");

        String requestId = RandomWords.letters(20);
        RestAnswer traced = rest.withHeader("X-Request-Id", requestId).get("/api/v1/nothing-here");
        Expect.same("X-Request-Id", requestId, traced.header("X-Request-Id"));
        Expect.same(
                "requestId", requestId, traced.expectProblem(404, "not-found").string("requestId"));
    }

    private static RestAnswer post(RestClient rest, String path, String type, String body) {
        return rest.send("POST", path, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
    }

    private static void texts(ChattyPerson alice, String conversation) {
        String path = "/api/v1/conversations/" + conversation + "/messages";
        JsonObject noText = JsonObject.of("clientMessageId", RandomWords.clientMessageId());
        expectField(alice.rest().post(path, noText), "/text", "required");
        expectField(alice.rest().post(path, noText.with("text", 7)), "/text", "wrong-type");
        expectField(alice.rest().post(path, noText.with("text", " \u200b\n")), "/text", "not-visible");
        expectField(alice.rest().post(path, noText.with("text", "x".repeat(4001))), "/text", "too-long");
        expectField(alice.rest().post(path, noText.with("text", "a\u0000b")), "/text", "invalid-character");
        expectField(alice.rest().post(path, noText.with("text", "a\ud800b")), "/text", "invalid-character");
        JsonObject badId = JsonObject.of("clientMessageId", "no spaces", "text", "hello");
        alice.rest().post(path, badId).expectProblem(400, "validation-failed");
        JsonObject future = noText.with("text", "hello").with("replyTo", 1000);
        alice.rest().post(path, future).expectProblem(400, "validation-failed");
    }

    private static void expectField(RestAnswer answer, String pointer, String code) {
        JsonObject problem = answer.expectProblem(400, "validation-failed");
        boolean named = problem.objects("errors").stream()
                .anyMatch(error -> error.has("pointer", pointer) && error.has("code", code));
        Expect.that(named, code + " at " + pointer, problem);
    }

    /** What you may not see looks like what was never there. */
    private static void otherPeoplesThings(ChattyPerson eve, String conversation) {
        for (String suffix : List.of("", "/messages", "/messages/1")) {
            JsonObject hidden = eve.rest()
                    .get("/api/v1/conversations/" + conversation + suffix)
                    .expectProblem(404, "not-found");
            JsonObject missing =
                    eve.rest().get("/api/v1/conversations/" + NOWHERE + suffix).expectProblem(404, "not-found");
            Expect.same(
                    "a hidden and a missing conversation", missing.without("requestId"), hidden.without("requestId"));
        }
        eve.trySend(conversation, RandomWords.clientMessageId(), "let me in").expectProblem(404, "not-found");
        eve.rest().get("/api/v1/users/" + NOBODY).expectProblem(404, "not-found");
        eve.rest().put("/api/v1/conversations/with/" + NOBODY, null).expectProblem(404, "not-found");
        eve.rest().put("/api/v1/conversations/with/" + eve.id(), null).expectProblem(409, "cannot-message-self");
    }

    private static void nacks(ChattyPerson alice, ChattyPerson eve, String conversation) {
        try (ChattySession session = alice.connect();
                ChattySession foreign = eve.connect()) {
            expectNack(session, conversation, "", 400, "validation-failed");
            expectNack(session, conversation, "x".repeat(4001), 400, "validation-failed");
            expectNack(session, NOWHERE, "hello", 404, "not-found");
            expectNack(foreign, conversation, "let me in", 404, "not-found");
            StompFrame notJson = StompFrame.of("SEND", "destination", "/app/messages.send", "receipt", "not-json")
                    .withBody("hello");
            session.connection().send(notJson);
            JsonObject nack = session.replies().await("nack for not-json", reply -> reply.has("re", "not-json"));
            Problems.complete(nack.object("problem"), 400, "malformed-request");
            JsonObject nobody = JsonObject.of("conversationId", NOWHERE, "readSeq", 1);
            Problems.complete(session.submit("/app/receipts", nobody).nack(), 404, "not-found");
            session.watch(NOBODY);
            session.awaitEvent("presence.changed", "userId", NOBODY, "state", "offline");
        }
    }

    private static void expectNack(ChattySession session, String conversation, String text, int status, String code) {
        JsonObject problem = session.submitMessage(conversation, RandomWords.clientMessageId(), text)
                .nack();
        Problems.complete(problem, status, code);
    }

    private static void errors(ChattyServer server, ChattyPerson alice) {
        StompFrame connect = StompFrame.connect(alice.token());
        expectError(server, StompFrame.connect("never-given-out"), "authentication-required", SIGN_IN_AGAIN);
        expectError(server, connect.without("Authorization"), "authentication-required", SIGN_IN_AGAIN);
        expectError(server, connect.with("accept-version", "1.0,9.9"), "unsupported-version", PROTOCOL_BROKEN);
        expectError(
                server,
                StompFrame.subscribe("events", "/user/queue/events", "r-1"),
                "malformed-frame",
                PROTOCOL_BROKEN);
        StompFrame send = StompFrame.send("/app/messages.send", JsonObject.of("text", "hello"));
        for (String forbidden : List.of("/topic/all", "/queue/**", "/user/" + alice.id() + "/queue/events")) {
            StompFrame subscribe = StompFrame.subscribe("any", forbidden, "r-1");
            expectError(server, connect, subscribe, "destination-not-allowed");
            expectError(server, connect, send.with("destination", forbidden), "destination-not-allowed");
        }
        expectError(server, connect, connect, "malformed-frame");
        expectError(server, connect, send.with("transaction", "t-1"), "malformed-frame");
        expectError(server, connect, send.with("receipt", "r-1"), "reply-queue-missing");
    }

    private static void expectError(ChattyServer server, StompFrame first, String code, int closeCode) {
        try (StompConnection connection = server.openStomp(Handshake.STOMP)) {
            connection.send(first);
            connection.awaitError(code, closeCode);
        }
    }

    private static void expectError(ChattyServer server, StompFrame connect, StompFrame bad, String code) {
        try (StompConnection connection = server.openStomp(Handshake.STOMP)) {
            connection.connect(connect);
            connection.send(bad);
            StompFrame error = connection.awaitError(code, PROTOCOL_BROKEN);
            Expect.same("receipt-id of ERROR", bad.header("receipt"), error.header("receipt-id"));
            Expect.same("content-type of ERROR", "application/problem+json", error.header("content-type"));
        }
    }
}
