package io.chatty.application.user;

import io.chatty.domain.user.UserId;

/** Blocks a person, silently and in both directions. Thread-safe. */
public interface BlockPersonUseCase {

    /**
     * From its return on neither reaches the other or sees what the other does, and only the one who blocks knows why. Twice
     * changes nothing.
     *
     * @throws io.chatty.domain.ChatException {@code CANNOT_MESSAGE_SELF}; {@code NOT_FOUND} for somebody whom one may not
     *     address
     */
    void block(UserId me, UserId person);
}
