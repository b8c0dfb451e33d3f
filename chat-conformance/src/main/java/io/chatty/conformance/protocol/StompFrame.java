package io.chatty.conformance.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One frame of STOMP 1.2. Of a header that comes twice only the first counts, as the protocol says; frames that break
 * the protocol are sent as text.
 *
 * @param command such as {@code SEND}
 * @param headers in their order, unescaped
 * @param body may be empty
 */
public record StompFrame(String command, Map<String, String> headers, String body) {

    public StompFrame {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** A frame without a body, of header names and values in turn. */
    public static StompFrame of(String command, String... namesAndValues) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new StompFrame(command, headers, "");
    }

    /** CONNECT in version 1.2 with a token, without beats in either direction. */
    public static StompFrame connect(String token) {
        return of("CONNECT", "accept-version", "1.2", "host", "chatty", "heart-beat", "0,0")
                .with("Authorization", "Bearer " + token);
    }

    /** SUBSCRIBE with a receipt. */
    public static StompFrame subscribe(String id, String destination, String receipt) {
        return of("SUBSCRIBE", "id", id, "destination", destination, "receipt", receipt);
    }

    /** SEND of a JSON body, without a receipt. */
    public static StompFrame send(String destination, JsonObject body) {
        return of("SEND", "destination", destination, "content-type", "application/json")
                .withBody(body.toString());
    }

    /** The same frame with one header added or replaced. */
    public StompFrame with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new StompFrame(command, more, body);
    }

    /** The same frame without one header. */
    public StompFrame without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(name);
        return new StompFrame(command, fewer, body);
    }

    /** The same frame with another body. */
    public StompFrame withBody(String other) {
        return new StompFrame(command, headers, other);
    }

    /** The value of a header, or null. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** Whether this is such a frame with such a header. */
    public boolean is(String wantedCommand, String name, String value) {
        return command.equals(wantedCommand) && value.equals(headers.get(name));
    }

    /**
     * The body as a JSON object.
     *
     * @throws AssertionError when it is none
     */
    public JsonObject json() {
        try {
            return JsonObject.parse(body);
        } catch (IllegalArgumentException notJson) {
            throw new AssertionError("no JSON object in " + this, notJson);
        }
    }

    /** The text of this frame, NUL included; {@code content-length} is added where there is a body and no such header. */
    public String encode() {
        boolean raw = command.equals("CONNECT") || command.equals("CONNECTED");
        StringBuilder out = new StringBuilder(command).append('\n');
        headers.forEach((name, value) -> out.append(raw ? name : escaped(name))
                .append(':')
                .append(raw ? value : escaped(value))
                .append('\n'));
        if (!body.isEmpty() && !headers.containsKey("content-length")) {
            out.append("content-length:")
                    .append(body.getBytes(StandardCharsets.UTF_8).length)
                    .append('\n');
        }
        return out.append('\n').append(body).append('\0').toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace(":", "\\c");
    }

    /** Command, headers and body in one line, the token left out. */
    @Override
    public String toString() {
        return command + " " + without("Authorization").headers + " " + body;
    }

    static boolean isCommand(String word) {
        return Arrays.asList(
                        "CONNECT",
                        "STOMP",
                        "CONNECTED",
                        "SEND",
                        "SUBSCRIBE",
                        "UNSUBSCRIBE",
                        "ACK",
                        "NACK",
                        "BEGIN",
                        "COMMIT",
                        "ABORT",
                        "DISCONNECT",
                        "MESSAGE",
                        "RECEIPT",
                        "ERROR")
                .contains(word);
    }
}
