package io.chatty.conformance.story;

import io.chatty.conformance.protocol.JsonObject;
import java.util.List;
import java.util.stream.LongStream;

/** The numbers of messages, which are their order. */
final class Numbers {

    private Numbers() {}

    /** That these are the messages 1 to {@code count} of a conversation in which nothing was ever changed. */
    static void expectGapless(String whose, List<JsonObject> messages, int count) {
        List<Long> wanted = LongStream.rangeClosed(1, count).boxed().toList();
        Expect.same("seq in " + whose, wanted, all("seq", messages));
        Expect.same("rev in " + whose, wanted, all("rev", messages));
    }

    static List<Long> all(String name, List<JsonObject> messages) {
        return messages.stream().map(message -> message.number(name)).toList();
    }

    /** The messages as both people see them: the client id is shown to the sender only. */
    static List<JsonObject> asAnybody(List<JsonObject> messages) {
        return messages.stream().map(Numbers::asAnybody).toList();
    }

    static JsonObject asAnybody(JsonObject message) {
        return message.without("clientMessageId");
    }
}
