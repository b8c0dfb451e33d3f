package io.chatty.adapter.stomp;

import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.user.UserId;
import io.chatty.wire.Json;
import io.chatty.wire.JsonFields;
import java.util.function.Supplier;

/** Something sent to a destination, by whom and with what. Used by the thread it is handed to. */
public final class Command {

    private final StompSession session;
    private final UserId user;
    private final String body;

    Command(StompSession session, UserId user, String body) {
        this.session = session;
        this.user = user;
        this.body = body;
    }

    /** Who sent it: always the person who signed in, whatever the frame says. */
    public UserId user() {
        return user;
    }

    public ConnectionId connection() {
        return session.id();
    }

    /**
     * The fields of the body.
     *
     * @throws io.chatty.wire.MalformedRequestException if it is not one JSON object
     */
    public JsonFields fields() {
        return Json.readObject(body);
    }

    /** What the caller remembers of this session for as long as it lives, made at its first use. */
    public <T> T note(Class<T> type, Supplier<T> first) {
        return session.note(type, first);
    }
}
