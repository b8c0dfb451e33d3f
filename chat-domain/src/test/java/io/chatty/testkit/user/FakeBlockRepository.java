package io.chatty.testkit.user;

import io.chatty.domain.user.Block;
import io.chatty.domain.user.BlockPosition;
import io.chatty.domain.user.BlockRepository;
import io.chatty.domain.user.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Blocks in memory. */
public final class FakeBlockRepository implements BlockRepository {

    private static final Comparator<BlockPosition> LIST_ORDER =
            Comparator.comparing(BlockPosition::since).reversed().thenComparing(BlockPosition::blocked);

    private final List<Block> blocks = new ArrayList<>();

    @Override
    public synchronized boolean add(Block block) {
        boolean stands = blocks.stream()
                .anyMatch(other -> other.blocker().equals(block.blocker())
                        && other.blocked().equals(block.blocked()));
        return !stands && blocks.add(block);
    }

    @Override
    public synchronized boolean remove(UserId blocker, UserId blocked) {
        return blocks.removeIf(
                block -> block.blocker().equals(blocker) && block.blocked().equals(blocked));
    }

    @Override
    public synchronized List<Block> findBetween(UserId person, Collection<UserId> others) {
        return blocks.stream()
                .filter(block -> (block.blocker().equals(person) && others.contains(block.blocked()))
                        || (block.blocked().equals(person) && others.contains(block.blocker())))
                .toList();
    }

    @Override
    public synchronized List<Block> list(UserId blocker, @Nullable BlockPosition after, int limit) {
        return blocks.stream()
                .filter(block -> block.blocker().equals(blocker))
                .filter(block -> after == null || LIST_ORDER.compare(block.position(), after) > 0)
                .sorted(Comparator.comparing(Block::position, LIST_ORDER))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void removeAllOf(UserId person) {
        blocks.removeIf(
                block -> block.blocker().equals(person) || block.blocked().equals(person));
    }
}
