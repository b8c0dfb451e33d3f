package io.chatty.conformance.protocol;

/** The server answered the request for a WebSocket with something else. */
public final class HandshakeRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String body;

    HandshakeRefusedException(int status, String body) {
        super("handshake refused: " + status + " " + body);
        this.status = status;
        this.body = body;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The body of the answer, empty where there was none. */
    public String body() {
        return body;
    }
}
