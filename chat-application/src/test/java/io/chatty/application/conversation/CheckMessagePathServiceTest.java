package io.chatty.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.ErrorCode;
import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.conversation.ProbeRepository;
import io.chatty.testkit.TestClock;
import io.chatty.testkit.conversation.FakeClientMessageIdGenerator;
import io.chatty.testkit.conversation.FakeProbeRegistry;
import io.chatty.testkit.conversation.FakeProbeRepository;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckMessagePathServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TestClock clock = new TestClock();
    private final FakeProbeRegistry connection = new FakeProbeRegistry();

    private CompletableFuture<Boolean> check(ProbeRepository probes, ConversationNotifier notifier) {
        return new CheckMessagePathService(probes, connection, notifier, new FakeClientMessageIdGenerator(), clock)
                .check()
                .toCompletableFuture();
    }

    @Test
    void findsItSoundWhereAProbeIsStoredAndHeardOf() {
        assertThat(check(new FakeProbeRepository(clock), connection))
                .succeedsWithin(PATIENCE)
                .isEqualTo(true);
    }

    @Test
    void findsItBrokenWhereNobodyIsTold() {
        assertThat(check(new FakeProbeRepository(clock), (recipient, event) -> {}))
                .succeedsWithin(PATIENCE)
                .isEqualTo(false);
    }

    @Test
    void findsItBrokenWhereTheStoreRefuses() {
        ProbeRepository away = mark -> CompletableFuture.failedFuture(ErrorCode.TEMPORARILY_UNAVAILABLE.refusal());

        assertThat(check(away, connection)).succeedsWithin(PATIENCE).isEqualTo(false);
    }

    @Test
    void findsItBrokenWhereTheStoreDoesNotAnswer() {
        assertThat(check(mark -> new CompletableFuture<>(), connection))
                .succeedsWithin(PATIENCE)
                .isEqualTo(false);
    }

    @Test
    void tellsADefectFromABrokenPath() {
        ConversationNotifier defective = (recipient, event) -> {
            throw new IllegalStateException("defect");
        };

        assertThat(check(new FakeProbeRepository(clock), defective))
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .withRootCauseInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({"-11, false", "-10, true", "10, true", "11, false"})
    void asksThatTheClocksOfServerAndStoreAgree(int secondsAhead, boolean sound) {
        ProbeRepository probes =
                mark -> CompletableFuture.completedFuture(clock.instant().plusSeconds(secondsAhead));

        assertThat(check(probes, connection)).succeedsWithin(PATIENCE).isEqualTo(sound);
    }
}
