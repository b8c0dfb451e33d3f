package io.chatty.application.user;

import io.chatty.domain.user.Account;
import io.chatty.domain.user.Block;
import io.chatty.domain.user.BlockPosition;
import io.chatty.domain.user.BlockRepository;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserRepository;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class ListBlocksService implements ListBlocksUseCase {

    private final BlockRepository blocks;
    private final UserRepository users;

    ListBlocksService(BlockRepository blocks, UserRepository users) {
        this.blocks = blocks;
        this.users = users;
    }

    @Override
    public List<BlockedPerson> list(UserId me, @Nullable BlockPosition after, int limit) {
        List<Block> page = blocks.list(me, after, limit);
        Map<UserId, Account> accounts =
                users.findAccounts(page.stream().map(Block::blocked).toList());
        return page.stream()
                .map(block ->
                        new BlockedPerson(person(block.blocked(), accounts.get(block.blocked())), block.position()))
                .toList();
    }

    private static Person person(UserId id, @Nullable Account account) {
        return account == null ? new Person(id, null) : account.person();
    }
}
