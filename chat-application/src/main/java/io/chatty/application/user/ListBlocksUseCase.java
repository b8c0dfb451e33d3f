package io.chatty.application.user;

import io.chatty.domain.user.BlockPosition;
import io.chatty.domain.user.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom a person blocks. Thread-safe. */
public interface ListBlocksUseCase {

    /**
     * A page, the latest block first; shorter than the limit only at the end.
     *
     * @param after the last one of the page before, or null for the first page
     * @param limit most people, from 1
     */
    List<BlockedPerson> list(UserId me, @Nullable BlockPosition after, int limit);
}
