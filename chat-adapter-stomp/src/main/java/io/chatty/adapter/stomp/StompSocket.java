package io.chatty.adapter.stomp;

import org.springframework.web.socket.CloseStatus;

/** What a session needs of the WebSocket below it. Thread-safe, and no method waits for the client. */
interface StompSocket {

    /**
     * Sends one text message; messages handed in one after the other stay in that order.
     *
     * @param sent run on any thread, this one included, when the message is out of our hands
     * @param failed run instead if the connection is broken
     */
    void send(String text, Runnable sent, Runnable failed);

    void ping();

    /** Sends a close frame after what was sent before. */
    void close(CloseStatus status);

    /** Cuts the connection. */
    void disconnect();
}
