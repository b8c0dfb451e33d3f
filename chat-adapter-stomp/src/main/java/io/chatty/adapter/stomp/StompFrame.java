package io.chatty.adapter.stomp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A frame as a client sent it.
 *
 * @param number how many of the session's frames this is
 * @param headers unescaped; of a header that came twice the first
 */
record StompFrame(long number, ClientCommand command, Map<String, String> headers, String body) {

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    boolean has(String name) {
        return headers.containsKey(name);
    }

    /** What the client calls the answer it wants, or null if it wants none. */
    @Nullable
    String receipt() {
        return headers.get("receipt");
    }

    /** Command only: headers hold tokens, bodies hold what people say, and neither belongs into a log. */
    @Override
    public String toString() {
        return "StompFrame[" + command + "]";
    }
}
