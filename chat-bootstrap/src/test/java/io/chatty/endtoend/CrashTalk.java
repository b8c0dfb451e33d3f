package io.chatty.endtoend;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.LiveReplica;
import io.chatty.conformance.protocol.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One conversation: both of its people write in it, and both have another client that listens. */
record CrashTalk(String id, CrashWriter one, ChattyPerson oneself, CrashWriter other, ChattyPerson otherself) {

    Stream<CrashWriter> writers() {
        return Stream.of(one, other);
    }

    /**
     * Compares what was acknowledged with what both people read, and what they read with what their listening clients hold.
     *
     * @param observers by the id of the person
     */
    CrashVerdict judge(Map<String, LiveReplica> observers) {
        List<JsonObject> history = oneself.history(id);
        List<JsonObject> otherHistory = otherself.history(id);
        long rev = oneself.conversation(id).number("rev");
        long different = Stream.of(oneself, otherself)
                .map(person -> observers.get(person.id()))
                .filter(observer -> !sees(observer, rev, history))
                .count();
        different += seen(history).equals(seen(otherHistory)) ? 0 : 1;
        return one.judge(history).plus(other.judge(otherHistory)).plus(CrashVerdict.reordered(different));
    }

    private boolean sees(LiveReplica observer, long rev, List<JsonObject> history) {
        try {
            observer.await(id, rev);
        } catch (AssertionError notWhole) {
            return false;
        }
        return seen(observer.replica().messages(id)).equals(seen(history));
    }

    private static List<String> seen(List<JsonObject> messages) {
        return messages.stream()
                .map(message -> message.number("seq") + " " + message.string("senderId") + " " + message.number("rev")
                        + " " + message.find("text") + " " + message.find("reactions"))
                .toList();
    }
}
