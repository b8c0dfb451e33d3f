package io.chatty.conformance.story;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.JsonObject;
import java.time.Duration;
import java.util.List;

/**
 * A deleted account opens nothing any more and frees its mailbox; who wrote with the person keeps the conversation, with
 * somebody who has no name.
 */
public final class DeletedAccountLeavesTheTalk implements Story {

    private static final int SIGN_IN_AGAIN = 4401;
    private static final Duration PROMISE = Duration.ofSeconds(3);

    @Override
    public String play(ChattyServer server) {
        ChattyPerson alice = server.register("Alice");
        ChattyPerson bob = server.register("Bob");
        String conversation = alice.openConversationWith(bob);
        alice.send(conversation, "remember me");
        bob.send(conversation, "I will");
        String since = bob.sync(null, 0).expect(200).json().string("next");
        JsonObject wrong = JsonObject.of("password", "wrong password");
        alice.rest().post("/api/v1/me/deletion", wrong).expectProblem(403, "wrong-password");

        try (ChattySession atAlice = alice.connect();
                ChattySession atBob = bob.connect()) {
            JsonObject password = JsonObject.of("password", alice.credentials().password());
            alice.rest().post("/api/v1/me/deletion", password).expect(204);
            atAlice.connection().awaitClosing(PROMISE);
            atAlice.connection().awaitError("session-revoked", SIGN_IN_AGAIN);
            atBob.awaitEvent("user.updated", "user.id", alice.id(), "user.deleted", true);
        }

        alice.rest().get("/api/v1/me").expectProblem(401, "session-revoked");
        JsonObject credentials = JsonObject.of(
                "email",
                alice.credentials().email(),
                "password",
                alice.credentials().password());
        server.rest().post("/api/v1/sessions", credentials).expectProblem(401, "invalid-credentials");
        JsonObject seen = bob.conversation(conversation);
        Expect.same("peer", JsonObject.of("id", alice.id(), "deleted", true), seen.object("peer"));
        Expect.same("canSend", false, seen.truth("canSend"));
        Expect.same("history", 2, bob.history(conversation).size());
        List<JsonObject> synced = bob.sync(since, 0).expect(200).json().objects("conversations");
        Expect.that(
                synced.stream().anyMatch(each -> each.has("peer.deleted", true)), "the deletion in the sync", synced);
        bob.rest().get("/api/v1/users/" + alice.id()).expectProblem(404, "not-found");
        Expect.same("presence", "offline", bob.presenceOf(alice).string("state"));
        bob.trySend(conversation, "after", "are you there?").expectProblem(403, "cannot-message-user");
        server.rest()
                .post("/api/v1/accounts", credentials.with("name", "Alice again"))
                .expect(201);
        return "2 messages kept, the mailbox free";
    }
}
