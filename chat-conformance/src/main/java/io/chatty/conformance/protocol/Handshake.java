package io.chatty.conformance.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a client says when it asks for a WebSocket.
 *
 * @param subprotocols in the order of preference, may be empty
 * @param headers further headers, such as {@code Origin} and {@code Cookie}
 */
public record Handshake(List<String> subprotocols, Map<String, String> headers) {

    /** STOMP 1.2 and no further header: what a program sends. */
    public static final Handshake STOMP = new Handshake(List.of("v12.stomp"), Map.of());

    public Handshake {
        subprotocols = List.copyOf(subprotocols);
        headers = Map.copyOf(headers);
    }

    /** The same handshake with other sub-protocols. */
    public Handshake withSubprotocols(String... names) {
        return new Handshake(List.of(names), headers);
    }

    /** The same handshake with one more header. */
    public Handshake withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Handshake(subprotocols, more);
    }
}
