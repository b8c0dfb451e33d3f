package io.chatty.adapter.stomp;

import org.jspecify.annotations.Nullable;

/**
 * The table of what can be subscribed to and what can be sent to. A destination counts only as it is written here: there
 * are no patterns, no prefixes, and no way past this table to anybody else's queue.
 */
public enum Destination {
    /** The events for the person behind the session. */
    EVENTS(Use.SUBSCRIBE, "/user/queue/events"),
    /** The outcome of the commands of the session itself. */
    REPLIES(Use.SUBSCRIBE, "/user/queue/replies"),

    /** Says something to somebody. */
    MESSAGES_SEND(Use.SEND, "/app/messages.send"),
    /** Says how far one has read and what one's device holds. */
    RECEIPTS(Use.SEND, "/app/receipts"),
    /** Shows the peer that one is typing. */
    TYPING(Use.SEND, "/app/typing"),
    /** Says whether somebody sits in front of this device. */
    PRESENCE(Use.SEND, "/app/presence"),
    /** Says whose presence this session wants to be told. */
    PRESENCE_WATCH(Use.SEND, "/app/presence.watch");

    private final Use use;
    private final String path;

    Destination(Use use, String path) {
        this.use = use;
        this.path = path;
    }

    /** The destination that is written exactly so and has this use, or null. */
    static @Nullable Destination find(Use use, String path) {
        for (Destination destination : values()) {
            if (destination.use == use && destination.path.equals(path)) {
                return destination;
            }
        }
        return null;
    }

    public Use use() {
        return use;
    }

    /** How it is written in a frame. */
    public String path() {
        return path;
    }

    /** The command that a destination is good for. */
    public enum Use {
        SUBSCRIBE,
        SEND
    }
}
