package io.chatty.conformance.story;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.RandomWords;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.RestAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A block stops both ways at once and tells the blocked person nothing: every answer and event is as before, but for what
 * shows that nobody can be reached. A refused send looks like one to a deleted account, in body and in time.
 */
public final class BlocksAreSilent implements Story {

    private static final int TRIES = 40;
    private static final double LEAST_RATIO = 0.8;
    private static final double MOST_RATIO = 1.25;

    @Override
    public String play(ChattyServer server) {
        ChattyPerson alice = server.register("Alice");
        ChattyPerson bob = server.register("Bob");
        ChattyPerson gone = server.register("Gone");
        String conversation = bob.openConversationWith(alice);
        bob.send(conversation, "before");
        String toGone = bob.openConversationWith(gone);
        bob.send(toGone, "before");
        delete(gone);

        double ratio;
        try (ChattySession atBob = bob.connect();
                ChattySession atAlice = alice.connect()) {
            atBob.watch(alice.id());
            atBob.awaitEvent("presence.changed", "userId", alice.id(), "state", "online");
            Map<String, String> before = look(bob, alice, conversation);
            int heard = atBob.events().seen(event -> true).size();

            alice.rest().put("/api/v1/me/blocks/" + bob.id(), null).expect(204);
            atAlice.awaitEvent("conversation.updated", "me.blocked", true);
            atBob.awaitEvent("presence.changed", "userId", alice.id(), "state", "offline");

            expectSilence(before, look(bob, alice, conversation));
            alice.report(conversation, 1L, 1L);
            atAlice.typing(conversation, true);
            ratio = expectRefusalsAlike(bob, conversation, toGone);
            refuse(alice.trySend(conversation, RandomWords.clientMessageId(), "to the blocked"));
            refuse(bob.rest().put(path(conversation) + "/messages/1/reactions/%F0%9F%91%8D", null));
            refuse(bob.rest().patch(path(conversation) + "/messages/1", JsonObject.of("text", "changed")));
            bob.rest().delete(path(conversation) + "/messages/1").expect(204);
            atBob.awaitEvent("message.deleted");
            // The presence, and the deletion: nothing else was heard.
            Expect.same("events", heard + 2, atBob.events().seen(event -> true).size());

            alice.rest().delete("/api/v1/me/blocks/" + bob.id()).expect(204);
            atBob.awaitEvent("presence.changed", "userId", alice.id(), "state", "online");
            Expect.same("mark", 1L, bob.conversation(conversation).number("peerReceipts.readSeq"));
            bob.send(conversation, "after");
        }
        return TRIES + " refusals each, ratio of medians " + Math.round(ratio * 100) / 100.0;
    }

    private static void delete(ChattyPerson person) {
        JsonObject password = JsonObject.of("password", person.credentials().password());
        person.rest().post("/api/v1/me/deletion", password).expect(204);
    }

    /** Everything a person can ask that has to do with another. */
    private static Map<String, String> look(ChattyPerson viewer, ChattyPerson other, String conversation) {
        Map<String, String> seen = new LinkedHashMap<>();
        for (String question : List.of(
                "/api/v1/me",
                "/api/v1/me/blocks",
                "/api/v1/users?q=" + other.name().replace(' ', '+'),
                "/api/v1/users/" + other.id(),
                "/api/v1/presence?userIds=" + other.id(),
                "/api/v1/conversations",
                path(conversation),
                path(conversation) + "/messages",
                path(conversation) + "/messages/1",
                path(conversation) + "/changes?since=0")) {
            seen.put(question, viewer.rest().get(question).expect(200).text());
        }
        JsonObject email = JsonObject.of("email", other.credentials().email());
        seen.put(
                "lookup",
                viewer.rest().post("/api/v1/users/lookup", email).expect(200).text());
        seen.put(
                "open",
                viewer.rest()
                        .put("/api/v1/conversations/with/" + other.id(), null)
                        .expect(200)
                        .text());
        return seen;
    }

    private static void expectSilence(Map<String, String> before, Map<String, String> after) {
        before.forEach((question, answer) -> Expect.same(
                question,
                answer.replaceAll("\"canSend\":true", "\"canSend\":false")
                        .replaceAll("\"state\":\"online\"", "\"state\":\"offline\"")
                        .replaceAll("\"sync\":\"[^\"]*\"", ""),
                String.valueOf(after.get(question))
                        .replaceAll("\"canSend\":true", "\"canSend\":wrong")
                        .replaceAll("\"sync\":\"[^\"]*\"", "")));
    }

    private static double expectRefusalsAlike(ChattyPerson sender, String blocked, String deleted) {
        List<Long> toBlocked = new ArrayList<>();
        List<Long> toDeleted = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            String first = refusedAfter(sender, blocked, toBlocked);
            String second = refusedAfter(sender, deleted, toDeleted);
            Expect.same("refusal", first, second);
        }
        double ratio = median(toBlocked) / median(toDeleted);
        Expect.that(ratio >= LEAST_RATIO && ratio <= MOST_RATIO, "the same time for both", ratio);
        return ratio;
    }

    private static String refusedAfter(ChattyPerson sender, String conversation, List<Long> nanos) {
        long start = System.nanoTime();
        RestAnswer answer = sender.trySend(conversation, RandomWords.clientMessageId(), "hello?");
        nanos.add(System.nanoTime() - start);
        return refuse(answer).without("requestId").toString();
    }

    private static JsonObject refuse(RestAnswer answer) {
        return answer.expectProblem(403, "cannot-message-user");
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow();
    }

    private static String path(String conversation) {
        return "/api/v1/conversations/" + conversation;
    }
}
