package io.chatty.adapter.crypto.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chatty.adapter.crypto.CryptoProperties;
import io.chatty.domain.auth.Password;
import io.chatty.domain.auth.PasswordHasher;
import io.chatty.domain.user.PasswordHash;
import io.chatty.testkit.auth.PasswordHasherContract;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BcryptPasswordHasherTest extends PasswordHasherContract {

    private static final Password PASSWORD = new Password("violet submarine 7");

    private final BcryptPasswordHasher hasher = hasherOf(4);

    @Override
    protected PasswordHasher hasher() {
        return hasher;
    }

    @Test
    void hashesAtTheConfiguredStrength() {
        assertThat(hasherOf(5).hash(PASSWORD).value()).matches("\\$2b\\$05\\$[./0-9A-Za-z]{53}");
    }

    /** A test vector of the reference implementation. */
    @ParameterizedTest
    @ValueSource(strings = {"$2a", "$2b", "$2y"})
    void matchesHashesOfEveryCurrentVariant(String version) {
        PasswordHash hash = new PasswordHash(version + "$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i");

        assertThat(hasher.matches(new Password("abc"), hash)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "violet submarine 7", "$2b$04$short", "{noop}violet submarine 7"})
    void matchesNothingWithWhatIsNoHashOfBcrypt(String hash) {
        assertThat(hasher.matches(PASSWORD, new PasswordHash(hash))).isFalse();
    }

    @Test
    void takesWeakerHashesForOutdated() {
        PasswordHash hash = hasherOf(5).hash(PASSWORD);

        assertThat(hasherOf(6).isOutdated(hash)).isTrue();
        assertThat(hasherOf(5).isOutdated(hash)).isFalse();
        assertThat(hasherOf(4).isOutdated(hash)).isFalse();
    }

    /** Compares what each kind of attempt costs this thread, of which other load on the machine takes nothing. */
    @Test
    void takesTheSameTimeWhateverTheAnswerIs() {
        BcryptPasswordHasher timed = hasherOf(6);
        PasswordHash current = timed.hash(PASSWORD);
        PasswordHash outdated = hasherOf(4).hash(PASSWORD);
        Map<String, Attempt> attempts = new LinkedHashMap<>();
        attempts.put("right", new Attempt(PASSWORD, current));
        attempts.put("wrong", new Attempt(new Password("wrong password"), current));
        attempts.put("empty", new Attempt(new Password(""), current));
        attempts.put("too long", new Attempt(new Password("x".repeat(4_000)), current));
        attempts.put("with a NUL", new Attempt(new Password("violet\0"), current));
        attempts.put("nobody", new Attempt(PASSWORD, null));
        attempts.put("nobody, empty", new Attempt(new Password(""), null));
        attempts.put("outdated, right", new Attempt(PASSWORD, outdated));
        attempts.put("outdated, wrong", new Attempt(new Password("wrong password"), outdated));

        // In turns, so that whatever slows the machine down meets all of them.
        for (int turn = 0; turn < Attempt.TURNS; turn++) {
            for (Attempt attempt : attempts.values()) {
                attempt.measure(timed, turn);
            }
        }

        double right = attempts.get("right").median();
        assertThat(attempts)
                .allSatisfy((name, attempt) ->
                        assertThat(attempt.median() / right).as(name).isCloseTo(1.0, within(0.2)));
    }

    private static BcryptPasswordHasher hasherOf(int strength) {
        return new BcryptPasswordHasher(new CryptoProperties(strength, 100, Duration.ofSeconds(30)));
    }

    private static final class Attempt {

        private static final int TURNS = 40;

        private final Password password;
        private final @Nullable PasswordHash hash;
        private final long[] nanos = new long[TURNS];

        Attempt(Password password, @Nullable PasswordHash hash) {
            this.password = password;
            this.hash = hash;
        }

        void measure(PasswordHasher hasher, int turn) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            hasher.matches(password, hash);
            nanos[turn] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        }

        double median() {
            return Arrays.stream(nanos).sorted().skip(TURNS / 2).findFirst().orElseThrow();
        }
    }
}
