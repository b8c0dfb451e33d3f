package io.chatty.application.auth;

import static io.chatty.application.auth.AuthScene.HOME;
import static io.chatty.application.auth.AuthScene.PASSWORD;
import static io.chatty.domain.RateLimit.PASSWORD_ATTEMPTS;
import static io.chatty.domain.RateLimit.PASSWORD_ATTEMPTS_PER_ADDRESS;
import static io.chatty.domain.RateLimit.PASSWORD_FAILURES;
import static io.chatty.testkit.RateFixtures.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.chatty.domain.ChatException;
import io.chatty.domain.ClientAddress;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.Quota;
import io.chatty.domain.RateLimit;
import io.chatty.domain.RateLimitedException;
import io.chatty.domain.auth.Password;
import io.chatty.domain.auth.PasswordHasher;
import io.chatty.testkit.Concurrently;
import io.chatty.testkit.FakeRateLimiter;
import io.chatty.testkit.RateFixtures;
import io.chatty.testkit.TestClock;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guessing is slow, wherever it comes from, and hurts nobody but the one who guesses. */
class PasswordLimitsTest {

    private static final String ANNA = "anna@example.org";
    private static final Password WRONG = new Password("wrong horse");
    private static final ClientAddress ELSEWHERE = ClientAddress.of("192.0.2.2");

    private final AuthScene scene = new AuthScene(RateFixtures.plentyBut(Map.of(
            PASSWORD_ATTEMPTS, atOnce(3),
            PASSWORD_ATTEMPTS_PER_ADDRESS, atOnce(5),
            PASSWORD_FAILURES, new Quota(4, 1, Duration.ofHours(1)))));

    @Test
    void refusesAnAccountTriedTooOftenFromOneAddressEvenByTheRightPassword() {
        scene.registerAnna();
        fail(3, ANNA, HOME);

        assertRefused(PASSWORD_ATTEMPTS, ANNA, HOME);

        assertThat(scene.logIn(ANNA, PASSWORD, ELSEWHERE).user().name().value()).isEqualTo("Anna Lee");
    }

    @Test
    void letsInAgainAfterTheTimeItSaid() {
        scene.registerAnna();
        fail(3, ANNA, HOME);

        scene.clock.advance(assertRefused(PASSWORD_ATTEMPTS, ANNA, HOME).retryAfter());

        assertThat(scene.logIn(ANNA, PASSWORD).token()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ANNA@Example.ORG ", "anna@example.org"})
    void countsAnAccountHoweverItsEmailIsWritten(String written) {
        scene.registerAnna();
        fail(3, ANNA, HOME);

        assertRefused(PASSWORD_ATTEMPTS, written, HOME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@example.org", "no e-mail at all", ""})
    void countsWhatDoesNotExistLikeWhatDoes(String email) {
        fail(3, email, HOME);

        assertRefused(PASSWORD_ATTEMPTS, email, HOME);
    }

    @Test
    void refusesAnAddressThatTriesTooManyAccounts() {
        for (int i = 0; i < 5; i++) {
            fail(1, i + "@example.org", HOME);
        }

        assertRefused(PASSWORD_ATTEMPTS_PER_ADDRESS, ANNA, HOME);
    }

    @Test
    void doesNotChargeAnAddressForWhatIsRefusedAnyway() {
        fail(3, ANNA, HOME);
        for (int i = 0; i < 20; i++) {
            assertRefused(PASSWORD_ATTEMPTS, ANNA, HOME);
        }

        fail(2, "bob@example.org", HOME);
    }

    @Test
    void refusesAnAccountThatFailedTooOftenFromEverywhere() {
        for (int i = 0; i < 4; i++) {
            fail(1, ANNA, ClientAddress.of("198.51.100." + i));
        }

        assertRefused(PASSWORD_FAILURES, ANNA, ELSEWHERE);
    }

    @Test
    void countsNoFailureForWhoIsRight() {
        scene.registerAnna();
        for (int i = 0; i < 20; i++) {
            scene.logIn(ANNA, PASSWORD, ClientAddress.of("198.51.100." + i));
        }

        fail(3, ANNA, HOME);
        fail(1, ANNA, ELSEWHERE);
        assertRefused(PASSWORD_FAILURES, ANNA, ELSEWHERE);
    }

    @Test
    void leavesSessionsAloneThatLive() {
        SignedIn anna = scene.registerAnna();
        for (int i = 0; i < 4; i++) {
            fail(1, ANNA, ClientAddress.of("198.51.100." + i));
        }

        assertThat(scene.authenticate(anna).session()).isEqualTo(anna.session());
    }

    @Test
    void letsNoMoreFailHoweverManyTryAtOnce() {
        scene.registerAnna();

        var outcomes = Concurrently.call(30, i -> {
            try {
                scene.logIn(ANNA, WRONG, ClientAddress.of("198.51.100." + i));
                throw new AssertionError("wrong, and let in");
            } catch (ChatException refusal) {
                return refusal.code();
            }
        });

        assertThat(Collections.frequency(outcomes, ErrorCode.INVALID_CREDENTIALS))
                .isEqualTo(4);
        assertThat(Collections.frequency(outcomes, ErrorCode.RATE_LIMITED)).isEqualTo(26);
    }

    @Test
    void countsWhoChangesAPasswordOrDeletesAnAccountLikeWhoSignsIn() {
        SignedIn anna = scene.registerAnna();
        fail(1, ANNA, HOME);
        assertThatThrownBy(() -> scene.assembly.changePassword().change(anna.session(), WRONG, PASSWORD, HOME))
                .hasMessage(ErrorCode.WRONG_PASSWORD.name());
        assertThatThrownBy(() -> scene.assembly.deleteAccount().delete(anna.session(), WRONG, HOME))
                .hasMessage(ErrorCode.WRONG_PASSWORD.name());

        assertRefused(PASSWORD_ATTEMPTS, ANNA, HOME);
        assertThatThrownBy(() -> scene.assembly.deleteAccount().delete(anna.session(), PASSWORD, HOME))
                .isInstanceOf(RateLimitedException.class);
    }

    @Test
    void comparesNothingWhereItRefuses() {
        PasswordHasher hasher = mock();
        PasswordGuard guard = guard(hasher);
        guard.matches(ANNA, HOME, WRONG, null);

        assertThatThrownBy(() -> guard.matches(ANNA, HOME, WRONG, null)).isInstanceOf(RateLimitedException.class);

        verify(hasher, times(1)).matches(any(), any());
    }

    @Test
    void countsNoFailureWhereNothingCouldBeCompared() {
        PasswordHasher busy = mock();
        when(busy.matches(any(), any())).thenThrow(ErrorCode.TEMPORARILY_UNAVAILABLE.refusal());
        PasswordGuard guard = guard(busy);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> guard.matches(ANNA, HOME, WRONG, null))
                    .hasMessage(ErrorCode.TEMPORARILY_UNAVAILABLE.name());
        }
    }

    /** One that lets an account fail once. */
    private static PasswordGuard guard(PasswordHasher hasher) {
        return new PasswordGuard(
                hasher, new FakeRateLimiter(RateFixtures.plentyBut(PASSWORD_FAILURES, atOnce(1)), new TestClock()));
    }

    private void fail(int times, String email, ClientAddress from) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> scene.logIn(email, WRONG, from)).hasMessage(ErrorCode.INVALID_CREDENTIALS.name());
        }
    }

    private RateLimitedException assertRefused(RateLimit limit, String email, ClientAddress from) {
        RateLimitedException refusal =
                catchThrowableOfType(RateLimitedException.class, () -> scene.logIn(email, PASSWORD, from));
        assertThat(refusal.limit()).isEqualTo(limit);
        return refusal;
    }
}
