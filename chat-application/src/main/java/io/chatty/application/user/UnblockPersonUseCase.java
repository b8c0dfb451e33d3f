package io.chatty.application.user;

import io.chatty.domain.user.UserId;

/** Ends a block. Thread-safe. */
public interface UnblockPersonUseCase {

    /** From its return on the two reach each other, unless the other blocks too. Without a block nothing changes. */
    void unblock(UserId me, UserId person);
}
