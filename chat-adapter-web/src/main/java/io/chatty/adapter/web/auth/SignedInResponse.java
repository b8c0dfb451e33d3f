package io.chatty.adapter.web.auth;

import io.chatty.wire.MeResponse;
import io.chatty.wire.SessionResponse;
import org.jspecify.annotations.Nullable;

/** @param token absent where it was handed over in a cookie */
record SignedInResponse(
        MeResponse user, SessionResponse session, @Nullable String token) {

    /** Hides the token. */
    @Override
    public String toString() {
        return "SignedInResponse[" + user + "]";
    }
}
