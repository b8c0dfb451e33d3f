package io.chatty.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SenderCountsTest {

    private final SenderCounts counts = new SenderCounts();

    @Test
    void countsEachSenderAlone() {
        assertThat(counts.follow("anna", 1, 0)).isTrue();
        assertThat(counts.follow("bob", 1, 0)).isTrue();
        assertThat(counts.follow("anna", 2, 0)).isTrue();
    }

    @Test
    void seesAWrongCountOnce() {
        counts.follow("anna", 1, 0);

        assertThat(counts.follow("anna", 5, 0)).isFalse();
        assertThat(counts.follow("anna", 3, 0)).isTrue();
    }

    @Test
    void takesMissingMessagesForAnybodys() {
        counts.follow("anna", 1, 0);

        assertThat(counts.follow("bob", 1, 2)).isTrue();
        assertThat(counts.follow("anna", 4, 0)).isTrue();
        assertThat(counts.follow("anna", 6, 0)).isFalse();
    }

    @Test
    void takesNoMoreThanAreMissing() {
        counts.follow("anna", 1, 0);

        assertThat(counts.follow("anna", 4, 1)).isFalse();
    }
}
