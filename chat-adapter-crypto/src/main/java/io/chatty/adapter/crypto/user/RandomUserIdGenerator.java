package io.chatty.adapter.crypto.user;

import io.chatty.adapter.crypto.RandomText;
import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserIdGenerator;
import org.springframework.stereotype.Component;

@Component
final class RandomUserIdGenerator implements UserIdGenerator {

    private static final int BITS = 128;

    private final RandomText random;

    RandomUserIdGenerator(RandomText random) {
        this.random = random;
    }

    @Override
    public UserId next() {
        return new UserId("u_" + random.ofBits(BITS));
    }
}
