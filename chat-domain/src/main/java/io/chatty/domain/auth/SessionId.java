package io.chatty.domain.auth;

import io.chatty.domain.InvalidValueException;
import io.chatty.domain.ViolationCode;
import java.util.regex.Pattern;

/** Names a session. Public to its owner; it is not the token and opens nothing. */
public record SessionId(String value) {

    private static final Pattern FORM = Pattern.compile("s_[A-Za-z0-9_-]{1,62}");

    /** @throws InvalidValueException if it cannot be the id of a session */
    public SessionId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException(ViolationCode.INVALID_FORMAT, "Not the id of a session.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
