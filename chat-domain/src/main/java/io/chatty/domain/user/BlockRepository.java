package io.chatty.domain.user;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Driven port: the blocks, kept durably. Thread-safe. What a call has stored, every later call sees.
 *
 * <p>Every method may throw {@code TEMPORARILY_UNAVAILABLE}.
 */
public interface BlockRepository {

    /**
     * Stores a block.
     *
     * @return false, with nothing stored, if it stands already; of many at once exactly one is true
     */
    boolean add(Block block);

    /**
     * Ends a block.
     *
     * @return whether it stood; of many at once exactly one is true
     */
    boolean remove(UserId blocker, UserId blocked);

    /** The blocks between a person and others, whoever of the two blocks. */
    List<Block> findBetween(UserId person, Collection<UserId> others);

    /**
     * A page of a person's blocks, ordered by {@link BlockPosition}.
     *
     * @param after the last one of the page before, or null for the first page
     * @param limit most blocks, from 1
     */
    List<Block> list(UserId blocker, @Nullable BlockPosition after, int limit);

    /** Ends all blocks of and against a person. */
    void removeAllOf(UserId person);
}
