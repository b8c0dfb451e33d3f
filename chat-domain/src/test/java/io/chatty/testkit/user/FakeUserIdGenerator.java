package io.chatty.testkit.user;

import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserIdGenerator;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts: {@code u_1}, {@code u_2} and so on. */
public final class FakeUserIdGenerator implements UserIdGenerator {

    private final AtomicInteger count = new AtomicInteger();

    @Override
    public UserId next() {
        return new UserId("u_" + count.incrementAndGet());
    }
}
