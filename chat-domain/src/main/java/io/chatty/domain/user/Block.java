package io.chatty.domain.user;

import java.time.Instant;

/** While it stands, neither of two people reaches the other. Only the one who blocks knows of it. */
public record Block(UserId blocker, UserId blocked, Instant since) {

    /** The place of this block in the list of its blocker. */
    public BlockPosition position() {
        return new BlockPosition(since, blocked);
    }
}
