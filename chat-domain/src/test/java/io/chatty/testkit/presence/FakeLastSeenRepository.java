package io.chatty.testkit.presence;

import io.chatty.domain.presence.LastSeenRepository;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Times of last presence in memory. */
public final class FakeLastSeenRepository implements LastSeenRepository {

    private final Map<UserId, Instant> times = new ConcurrentHashMap<>();

    @Override
    public void save(UserId user, Instant at) {
        times.merge(user, at, (stored, given) -> given.isAfter(stored) ? given : stored);
    }

    @Override
    public void forget(UserId user) {
        times.remove(user);
    }

    @Override
    public Map<UserId, Instant> find(Collection<UserId> users) {
        Map<UserId, Instant> found = new HashMap<>(times);
        found.keySet().retainAll(users);
        return found;
    }
}
