package io.chatty.conformance.story;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.protocol.Patience;
import io.chatty.conformance.protocol.RestAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Who waits for something to happen counts as there, hears of it at once, and waits no longer when the session ends or
 * when a fifth device of the same person begins to wait.
 */
public final class PollsEndAtOnce implements Story {

    private static final int MOST = 4;
    private static final int WAIT_SECONDS = 15;
    private static final long AT_ONCE_MS = 5_000;

    @Override
    public String play(ChattyServer server) {
        ChattyPerson alice = server.register("Alice");
        ChattyPerson bob = server.register("Bob");
        String conversation = alice.openConversationWith(bob);
        alice.send(conversation, "so that they know each other");
        String cursor = bob.sync(null, 0).expect(200).json().string("next");
        List<CompletableFuture<RestAnswer>> polls = new ArrayList<>();
        for (int i = 0; i <= MOST; i++) {
            polls.add(poll(bob, cursor));
        }
        RestAnswer oldest = server.patience().await("end of one poll too many", firstOf(polls));
        Expect.same("hasMore of the oldest", false, oldest.expect(200).json().truth("hasMore"));
        Expect.that(alice.presenceOf(bob).has("state", "online"), "Bob online", alice.presenceOf(bob));

        long start = System.nanoTime();
        alice.send(conversation, "now");
        for (CompletableFuture<RestAnswer> poll : polls) {
            server.patience().await("answer to a poll", poll).expect(200);
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Expect.that(millis < AT_ONCE_MS, "an answer at once", millis + " ms");
        endWithTheSession(bob);
        return MOST + " polls, told within " + millis + " ms";
    }

    /** What happened before may be told again, and ends a poll as well; then another one waits. */
    private static void endWithTheSession(ChattyPerson bob) {
        ChattyPerson tablet = bob.signInAgain();
        String cursor = bob.sync(null, 0).expect(200).json().string("next");
        CompletableFuture<RestAnswer> poll = poll(tablet, cursor);
        tablet.signOut();
        RestAnswer answer = new Patience(Duration.ofMillis(AT_ONCE_MS)).await("end of a revoked poll", poll);
        if (answer.status() == 200) {
            poll(tablet, cursor).join().expectProblem(401, "session-revoked");
        } else {
            answer.expectProblem(401, "session-revoked");
        }
    }

    private static CompletableFuture<RestAnswer> poll(ChattyPerson person, String cursor) {
        return person.rest().sendAsync("GET", "/api/v1/sync?wait=" + WAIT_SECONDS + "&since=" + cursor, null);
    }

    private static CompletableFuture<RestAnswer> firstOf(List<CompletableFuture<RestAnswer>> polls) {
        return CompletableFuture.anyOf(polls.toArray(CompletableFuture[]::new)).thenApply(RestAnswer.class::cast);
    }
}
