package io.chatty.testkit;

import static io.chatty.domain.RateLimit.FIRST_MESSAGES;
import static io.chatty.domain.RateLimit.MESSAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatty.domain.Quota;
import io.chatty.domain.RateClaim;
import io.chatty.domain.RateLimitedException;
import io.chatty.domain.RateLimiter;
import io.chatty.domain.RateLimits;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RateLimiter} promises. */
public abstract class RateLimiterContract {

    private static final int BURST = 60;
    private static final Quota QUOTA = new Quota(BURST, 5, Duration.ofSeconds(1));
    private static final Duration ONE_COMES_BACK = Duration.ofMillis(200);
    private static final RateClaim ALICE = MESSAGES.by("alice");

    private final TestClock clock = new TestClock();
    private RateLimiter limiter;

    /** A limiter without any memory, whose time is that of the clock. */
    protected abstract RateLimiter limiter(RateLimits limits, TestClock time);

    @BeforeEach
    void begin() {
        limiter =
                limiter(RateFixtures.plentyBut(Map.of(MESSAGES, QUOTA, FIRST_MESSAGES, RateFixtures.atOnce(2))), clock);
    }

    @Test
    void letsABurstThroughAndNoMore() {
        assertThat(takeWhatThereIs(ALICE)).isEqualTo(BURST);
    }

    @Test
    void saysWhatThereWasTooMuchOfAndWhenToComeBack() {
        takeWhatThereIs(ALICE);
        clock.advance(Duration.ofMillis(50));

        RateLimitedException refusal = refusal(ALICE);

        assertThat(refusal.limit()).isEqualTo(MESSAGES);
        assertThat(refusal.quota()).isEqualTo(QUOTA);
        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMillis(150));
    }

    @Test
    void letsOneThroughWhenItSaidTo() {
        takeWhatThereIs(ALICE);

        clock.advance(refusal(ALICE).retryAfter());

        assertThat(takeWhatThereIs(ALICE)).isEqualTo(1);
    }

    @Test
    void refusesUntilItSaidTo() {
        takeWhatThereIs(ALICE);

        clock.advance(refusal(ALICE).retryAfter().minusNanos(1));

        assertThat(takeWhatThereIs(ALICE)).isZero();
    }

    @Test
    void isNotHeldUpByWhatItRefuses() {
        takeWhatThereIs(ALICE);
        for (int i = 0; i < 100; i++) {
            refusal(ALICE);
        }

        clock.advance(ONE_COMES_BACK);

        assertThat(takeWhatThereIs(ALICE)).isEqualTo(1);
    }

    @Test
    void letsThroughEvenlyInTheLongRun() {
        takeWhatThereIs(ALICE);
        int through = 0;
        for (int tick = 0; tick < 1_000; tick++) {
            clock.advance(Duration.ofMillis(10));
            through += takeWhatThereIs(ALICE);
        }

        assertThat(through).isEqualTo(50);
    }

    @Test
    void savesNoMoreThanABurst() {
        takeWhatThereIs(ALICE);

        clock.advance(Duration.ofDays(400));

        assertThat(takeWhatThereIs(ALICE)).isEqualTo(BURST);
    }

    @Test
    void countsEverybodyAndEveryLimitByItself() {
        takeWhatThereIs(ALICE);

        assertThat(takeWhatThereIs(MESSAGES.by("bob"))).isEqualTo(BURST);
        assertThat(takeWhatThereIs(FIRST_MESSAGES.by("alice"))).isEqualTo(2);
    }

    @Test
    void takesNothingWhereItCannotTakeAll() {
        RateClaim first = FIRST_MESSAGES.by("alice");
        takeWhatThereIs(first);

        assertThatThrownBy(() -> limiter.take(ALICE, first))
                .isInstanceOfSatisfying(
                        RateLimitedException.class,
                        refusal -> assertThat(refusal.limit()).isEqualTo(FIRST_MESSAGES));

        assertThat(takeWhatThereIs(ALICE)).isEqualTo(BURST);
    }

    @Test
    void takesOfAllWhereItCan() {
        limiter.take(ALICE, FIRST_MESSAGES.by("alice"));

        assertThat(takeWhatThereIs(ALICE)).isEqualTo(BURST - 1);
        assertThat(takeWhatThereIs(FIRST_MESSAGES.by("alice"))).isEqualTo(1);
    }

    @Test
    void countsWhatWasGivenBackAsNeverTaken() {
        takeWhatThereIs(ALICE);

        limiter.giveBack(ALICE, FIRST_MESSAGES.by("alice"));

        assertThat(takeWhatThereIs(ALICE)).isEqualTo(1);
        assertThat(takeWhatThereIs(FIRST_MESSAGES.by("alice"))).isEqualTo(2);
    }

    @Test
    void gainsNothingByWhatWasNotTaken() {
        limiter.giveBack(ALICE);
        limiter.take(ALICE);
        limiter.giveBack(ALICE, ALICE);

        assertThat(takeWhatThereIs(ALICE)).isEqualTo(BURST);
    }

    @Test
    void letsNoMoreThroughHoweverManyAskAtOnce() {
        assertThat(Concurrently.call(8, thread -> takeWhatThereIs(ALICE)).stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(BURST);
    }

    @Test
    void losesNothingOfWhatManyGiveBackAtOnce() {
        takeWhatThereIs(ALICE);

        Concurrently.call(8, thread -> {
            for (int i = 0; i < 5; i++) {
                limiter.giveBack(ALICE);
            }
            return thread;
        });

        assertThat(takeWhatThereIs(ALICE)).isEqualTo(40);
    }

    /** How many times in a row something is let through. */
    private int takeWhatThereIs(RateClaim claim) {
        int through = 0;
        try {
            while (true) {
                limiter.take(claim);
                through++;
            }
        } catch (RateLimitedException enough) {
            return through;
        }
    }

    private RateLimitedException refusal(RateClaim claim) {
        return catchThrowableOfType(RateLimitedException.class, () -> limiter.take(claim));
    }
}
