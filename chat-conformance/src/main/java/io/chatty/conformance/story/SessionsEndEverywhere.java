package io.chatty.conformance.story;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.JsonObject;
import java.time.Duration;
import java.util.List;

/**
 * A person sees where he is signed in and ends that: one session, all others, by another password. What ends opens nothing
 * any more, and its sockets close.
 */
public final class SessionsEndEverywhere implements Story {

    private static final int SIGN_IN_AGAIN = 4401;
    private static final String SESSIONS = "/api/v1/sessions";

    /** The promise for another node; on its own node it is one second. */
    private static final Duration PROMISE = Duration.ofSeconds(3);

    @Override
    public String play(ChattyServer server) {
        ChattyPerson desk = server.register("Alice");
        ChattyPerson phone = desk.signInAgain();
        ChattyPerson tablet = desk.signInAgain();
        ChattyPerson bob = server.register("Bob");
        expectListed(desk, List.of(tablet, phone, desk));
        desk.rest().get(SESSIONS + "/" + bob.sessionId()).expectProblem(404, "not-found");
        desk.rest().delete(SESSIONS + "/" + bob.sessionId()).expectProblem(404, "not-found");

        expectEnded(
                phone,
                () -> desk.rest().delete(SESSIONS + "/" + phone.sessionId()).expect(204));
        desk.rest().delete(SESSIONS + "/" + phone.sessionId()).expect(204);
        expectListed(desk, List.of(tablet, desk));

        expectEnded(tablet, () -> desk.rest().delete(SESSIONS).expect(204));
        expectListed(desk, List.of(desk));

        ChattyPerson laptop = desk.signInAgain();
        String password = desk.credentials().password();
        desk.rest()
                .put("/api/v1/me/password", passwords("wrong", "four tall trees"))
                .expectProblem(403, "wrong-password");
        desk.rest().put("/api/v1/me/password", passwords(password, "short")).expectProblem(400, "validation-failed");
        expectEnded(
                laptop,
                () -> desk.rest()
                        .put("/api/v1/me/password", passwords(password, "four tall trees"))
                        .expect(204));
        server.rest()
                .post(SESSIONS, JsonObject.of("email", desk.credentials().email(), "password", password))
                .expectProblem(401, "invalid-credentials");
        desk.rest().get("/api/v1/me").expect(200);
        bob.rest().get("/api/v1/me").expect(200);
        return "3 sessions ended, their sockets closed";
    }

    private static JsonObject passwords(String current, String next) {
        return JsonObject.of("currentPassword", current, "newPassword", next);
    }

    private static void expectListed(ChattyPerson asking, List<ChattyPerson> expected) {
        List<JsonObject> listed = asking.rest().get(SESSIONS).expect(200).json().objects("items");
        Expect.same(
                "sessions",
                expected.stream().map(ChattyPerson::sessionId).sorted().toList(),
                listed.stream().map(session -> session.string("id")).sorted().toList());
        for (JsonObject session : listed) {
            Expect.same("current", session.string("id").equals(asking.sessionId()), session.truth("current"));
        }
    }

    private static void expectEnded(ChattyPerson device, Runnable ending) {
        try (ChattySession socket = device.connect()) {
            ending.run();
            socket.connection().awaitClosing(PROMISE);
            socket.connection().awaitError("session-revoked", SIGN_IN_AGAIN);
        }
        device.rest().get("/api/v1/me").expectProblem(401, "session-revoked");
    }
}
