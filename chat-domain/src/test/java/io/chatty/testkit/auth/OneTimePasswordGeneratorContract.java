package io.chatty.testkit.auth;

import static io.chatty.testkit.user.UserFixtures.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.auth.OneTimePasswordGenerator;
import io.chatty.domain.auth.Password;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link OneTimePasswordGenerator} promises. */
public abstract class OneTimePasswordGeneratorContract {

    protected abstract OneTimePasswordGenerator generator();

    @Test
    void neverMakesTheSameTwice() {
        Set<Password> made = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            assertThat(made.add(generator().next())).isTrue();
        }
    }

    @Test
    void makesPasswordsThatMayBeChosen() {
        generator().next().checkChoice(ANNA.email(), ANNA.name(), new FakeCommonPasswordRegistry());
    }
}
