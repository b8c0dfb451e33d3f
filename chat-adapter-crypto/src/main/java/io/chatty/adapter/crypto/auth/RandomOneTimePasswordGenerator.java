package io.chatty.adapter.crypto.auth;

import io.chatty.adapter.crypto.RandomText;
import io.chatty.domain.auth.OneTimePasswordGenerator;
import io.chatty.domain.auth.Password;
import org.springframework.stereotype.Component;

/** Groups of four characters of which no two look alike. */
@Component
final class RandomOneTimePasswordGenerator implements OneTimePasswordGenerator {

    private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 5;
    private static final int GROUP = 4;

    private final RandomText random;

    RandomOneTimePasswordGenerator(RandomText random) {
        this.random = random;
    }

    @Override
    public Password next() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            text.append(i == 0 ? "" : "-").append(random.of(CHARACTERS, GROUP));
        }
        return new Password(text.toString());
    }
}
