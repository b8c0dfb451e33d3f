package io.chatty.conformance.protocol;

/**
 * How a WebSocket ended, as this side saw it.
 *
 * @param code of RFC 6455; {@link #LOST} where the connection went away without a close frame
 * @param reason may be empty
 */
public record Closing(int code, String reason) {

    /** A connection that was lost. */
    public static final int LOST = 1006;
}
