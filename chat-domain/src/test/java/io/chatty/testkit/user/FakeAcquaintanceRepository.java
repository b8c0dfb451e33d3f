package io.chatty.testkit.user;

import io.chatty.domain.user.AcquaintanceRepository;
import io.chatty.domain.user.UserId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Who has a message in common, as somebody else knows. */
public final class FakeAcquaintanceRepository implements AcquaintanceRepository {

    private final Function<UserId, List<UserId>> all;

    public FakeAcquaintanceRepository(Function<UserId, List<UserId>> all) {
        this.all = all;
    }

    @Override
    public Set<UserId> findAmong(UserId person, Collection<UserId> others) {
        Set<UserId> found = new HashSet<>(all.apply(person));
        found.retainAll(others);
        return found;
    }

    @Override
    public List<UserId> findAll(UserId person) {
        return all.apply(person);
    }
}
