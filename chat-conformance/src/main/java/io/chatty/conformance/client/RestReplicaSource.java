package io.chatty.conformance.client;

import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.RestAnswer;
import org.jspecify.annotations.Nullable;

/** Reads over REST. Thread-safe. */
final class RestReplicaSource implements ReplicaSource {

    private static final int SYNC_RESET = 409;

    private final ChattyPerson person;

    RestReplicaSource(ChattyPerson person) {
        this.person = person;
    }

    @Override
    public JsonObject conversations() {
        return person.rest().get("/api/v1/conversations?limit=100").expect(200).json();
    }

    @Override
    public JsonObject conversation(String conversationId) {
        return person.conversation(conversationId);
    }

    @Override
    public JsonObject newestPage(String conversationId) {
        return person.rest()
                .get("/api/v1/conversations/" + conversationId + "/messages?limit=100")
                .expect(200)
                .json();
    }

    @Override
    public JsonObject changes(String conversationId, long sinceRev) {
        return person.in(conversationId).changes(sinceRev).expect(200).json();
    }

    @Override
    public @Nullable JsonObject sync(String since, int waitSeconds) {
        RestAnswer answer = person.sync(since, waitSeconds);
        if (answer.status() == SYNC_RESET) {
            answer.expectProblem(SYNC_RESET, "sync-reset");
            return null;
        }
        return answer.expect(200).json();
    }
}
