package io.chatty.conformance.story;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.JsonObject;
import java.util.List;

/**
 * Whoever does not let himself be found answers strangers as an id that was never given out, on every path; those with a
 * message in common find him.
 */
public final class StrangersFindNobodyWhoHides implements Story {

    private static final String NEVER_GIVEN_OUT = "u_" + "A".repeat(22);

    @Override
    public String play(ChattyServer server) {
        ChattyPerson hidden = server.register("Hidden");
        ChattyPerson friend = server.register("Friend");
        ChattyPerson stranger = server.register("Stranger");
        friend.send(friend.openConversationWith(hidden), "we know each other");
        hidden.rest()
                .patch("/api/v1/me", JsonObject.of("preferences", JsonObject.of("discoverable", false)))
                .expect(200);

        try (ChattySession atHidden = hidden.connect();
                ChattySession atStranger = stranger.connect();
                ChattySession atFriend = friend.connect()) {
            for (String id : List.of(hidden.id(), NEVER_GIVEN_OUT)) {
                expectNobody(stranger, id);
                atStranger.watch(id);
                atStranger.awaitEvent("presence.changed", "userId", id, "state", "offline");
            }
            Expect.same("directory", List.of(), stranger.directory(hidden.name()));
            JsonObject email = JsonObject.of("email", hidden.credentials().email());
            Expect.same(
                    "look-up",
                    List.of(),
                    stranger.rest()
                            .post("/api/v1/users/lookup", email)
                            .expect(200)
                            .json()
                            .objects("items"));

            friend.rest().get("/api/v1/users/" + hidden.id()).expect(200);
            friend.rest().post("/api/v1/users/lookup", email).expect(200);
            atFriend.watch(hidden.id());
            atFriend.awaitEvent("presence.changed", "userId", hidden.id(), "state", "online");
        }
        hidden.rest().get("/api/v1/users/" + hidden.id()).expect(200);
        return "6 paths and 2 commands as for an id never given out";
    }

    private static void expectNobody(ChattyPerson viewer, String id) {
        viewer.rest().get("/api/v1/users/" + id).expectProblem(404, "not-found");
        viewer.rest().put("/api/v1/conversations/with/" + id, null).expectProblem(404, "not-found");
        viewer.rest().put("/api/v1/me/blocks/" + id, null).expectProblem(404, "not-found");
        viewer.rest()
                .post("/api/v1/messages", JsonObject.of("toUserId", id, "text", "hello"))
                .expectProblem(404, "not-found");
        Expect.same(
                "presence",
                "offline",
                viewer.rest()
                        .get("/api/v1/presence?userIds=" + id)
                        .expect(200)
                        .json()
                        .objects("items")
                        .get(0)
                        .string("state"));
    }
}
