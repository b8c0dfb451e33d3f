package io.chatty.conformance.client;

import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.RestAnswer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What somebody can change in a conversation; each method is one attempt, whatever comes of it. Thread-safe. */
public final class ChattyConversation {

    private final ChattyPerson person;
    private final String path;

    ChattyConversation(ChattyPerson person, String id) {
        this.person = person;
        this.path = "/api/v1/conversations/" + id;
    }

    /** Replaces the text of a message. */
    public RestAnswer edit(long seq, String text) {
        return person.rest().patch(message(seq), JsonObject.of("text", text));
    }

    /** Deletes a message. */
    public RestAnswer delete(long seq) {
        return person.rest().delete(message(seq));
    }

    /** Adds a reaction. */
    public RestAnswer react(long seq, String emoji) {
        return person.rest().put(reaction(seq, emoji), null);
    }

    /** Takes a reaction back. */
    public RestAnswer unreact(long seq, String emoji) {
        return person.rest().delete(reaction(seq, emoji));
    }

    /** Changes settings, such as {@code { muted: true }}. */
    public RestAnswer set(JsonObject settings) {
        return person.rest().patch(path, settings);
    }

    /** What changed after a number. */
    public RestAnswer changes(long sinceRev) {
        return person.rest().get(path + "/changes?limit=100&since=" + sinceRev);
    }

    private String message(long seq) {
        return path + "/messages/" + seq;
    }

    private String reaction(long seq, String emoji) {
        return message(seq) + "/reactions/"
                + URLEncoder.encode(emoji, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
