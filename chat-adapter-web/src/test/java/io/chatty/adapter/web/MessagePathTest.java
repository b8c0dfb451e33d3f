package io.chatty.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.application.conversation.CheckMessagePathUseCase;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MessagePathTest {

    @Test
    void isSoundOnceAProbeGotThrough() {
        assertThat(soundAfter(() -> CompletableFuture.completedFuture(true), 0)).isTrue();
    }

    @Test
    void isNotSoundWhereNoProbeGotThrough() {
        assertThat(soundAfter(() -> CompletableFuture.completedFuture(false), 0))
                .isFalse();
    }

    @Test
    void isNotSoundBeforeTheFirstOutcome() {
        assertThat(soundAfter(CompletableFuture::new, 0)).isFalse();
    }

    @Test
    void isNotSoundWhereTheCheckItselfIsDefective() {
        assertThat(soundAfter(() -> CompletableFuture.failedFuture(new IllegalStateException()), 0))
                .isFalse();
        assertThat(soundAfter(
                        () -> {
                            throw new IllegalStateException();
                        },
                        0))
                .isFalse();
    }

    @Test
    void trustsNoOutcomeThatNoOtherFollowed() {
        assertThat(soundAfter(() -> CompletableFuture.completedFuture(true), MessagePath.VALIDITY.toNanos()))
                .isFalse();
    }

    private static boolean soundAfter(CheckMessagePathUseCase check, long nanos) {
        MessagePath path = new MessagePath(check);
        try {
            return path.isSoundAt(System.nanoTime() + nanos);
        } finally {
            path.destroy();
        }
    }
}
