package io.chatty.testkit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chatty.domain.auth.Password;
import io.chatty.domain.auth.PasswordHasher;
import io.chatty.domain.user.PasswordHash;
import io.chatty.testkit.Concurrently;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link PasswordHasher} promises. */
public abstract class PasswordHasherContract {

    private static final String SEVENTY_TWO_BYTES = "0123456789".repeat(7) + "ab";

    /** The hasher under test, the same one for a whole test; it lets at least eight calls wait. */
    protected abstract PasswordHasher hasher();

    static Stream<String> hashable() {
        return Stream.of(
                "violet submarine 7", "", " ", "päss\twörd\n", SEVENTY_TWO_BYTES, "😀".repeat(18), "\uFEFF\u200B");
    }

    static Stream<String> unhashable() {
        return Stream.of(
                SEVENTY_TWO_BYTES + "c",
                "😀".repeat(18) + "x",
                "x".repeat(100_000),
                "violet\0violet",
                "violet submarine \uD83D",
                "\uDE00 violet submarine");
    }

    static Stream<Arguments> different() {
        return Stream.of(
                Arguments.of("violet submarine 7", "Violet submarine 7"),
                Arguments.of("violet submarine 7", "violet submarine 7 "),
                Arguments.of("violet submarine 7", ""),
                Arguments.of("", "violet submarine 7"),
                Arguments.of(SEVENTY_TWO_BYTES, SEVENTY_TWO_BYTES.substring(0, 71)),
                Arguments.of(SEVENTY_TWO_BYTES, SEVENTY_TWO_BYTES + "c"),
                Arguments.of("p\u00E4sswords", "pa\u0308sswords"),
                Arguments.of("violet", "violet\0violet"),
                Arguments.of("violet?", "violet\uD83D"),
                Arguments.of("ab", "abab"));
    }

    @ParameterizedTest
    @MethodSource("hashable")
    void matchesThePasswordTheHashWasMadeOf(String password) {
        PasswordHash hash = hasher().hash(new Password(password));

        assertThat(hasher().matches(new Password(password), hash)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("different")
    void matchesNoOtherPassword(String password, String other) {
        PasswordHash hash = hasher().hash(new Password(password));

        assertThat(hasher().matches(new Password(other), hash)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("unhashable")
    void refusesToHashWhatWouldLoseAPart(String password) {
        assertThatIllegalArgumentException().isThrownBy(() -> hasher().hash(new Password(password)));
    }

    @ParameterizedTest
    @MethodSource({"hashable", "unhashable"})
    void matchesNothingWhereThereIsNoHash(String password) {
        assertThat(hasher().matches(new Password(password), null)).isFalse();
    }

    @Test
    void saltsEveryHash() {
        Password password = new Password("violet submarine 7");

        assertThat(hasher().hash(password)).isNotEqualTo(hasher().hash(password));
    }

    @Test
    void takesItsOwnHashesForUpToDate() {
        assertThat(hasher().isOutdated(hasher().hash(new Password("violet submarine 7"))))
                .isFalse();
    }

    @Test
    void keepsManyAtOnceApart() {
        assertThat(Concurrently.call(8, thread -> {
                    Password own = new Password("violet submarine " + thread);
                    Password next = new Password("violet submarine " + (thread + 1));
                    PasswordHash hash = hasher().hash(own);
                    return hasher().matches(own, hash) && !hasher().matches(next, hash);
                }))
                .containsOnly(true);
    }
}
