package io.chatty.adapter.stomp;

import org.jspecify.annotations.Nullable;

/** The commands of STOMP that a client may send, whether or not they are offered here. */
enum ClientCommand {
    CONNECT,
    STOMP,
    SEND,
    SUBSCRIBE,
    UNSUBSCRIBE,
    DISCONNECT,
    ACK,
    NACK,
    BEGIN,
    COMMIT,
    ABORT;

    static @Nullable ClientCommand find(String word) {
        for (ClientCommand command : values()) {
            if (command.name().equals(word)) {
                return command;
            }
        }
        return null;
    }

    /** Whether a text can become a command if more of it comes. */
    static boolean isBegunBy(String text) {
        for (ClientCommand command : values()) {
            if (command.name().startsWith(text)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this opens a session. */
    boolean opens() {
        return this == CONNECT || this == STOMP;
    }
}
