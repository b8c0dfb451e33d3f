package io.chatty.wire;

import java.time.Instant;

/** A user, as the user sees it. */
public record MeResponse(String id, String name, String email, Instant createdAt, PreferencesResponse preferences) {

    /** Hides the e-mail and the name, which belong into no log. */
    @Override
    public String toString() {
        return "MeResponse[" + id + "]";
    }
}
