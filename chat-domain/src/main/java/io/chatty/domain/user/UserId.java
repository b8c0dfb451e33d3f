package io.chatty.domain.user;

import io.chatty.domain.InvalidValueException;
import io.chatty.domain.ViolationCode;
import java.util.regex.Pattern;

/** Names a user for ever. Opaque to clients; holds at least 128 random bits, so that nobody finds one by guessing. */
public record UserId(String value) implements Comparable<UserId> {

    private static final Pattern FORM = Pattern.compile("u_[A-Za-z0-9_-]{1,62}");

    /** @throws InvalidValueException if it cannot be the id of a user */
    public UserId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException(ViolationCode.INVALID_FORMAT, "Not the id of a user.");
        }
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
