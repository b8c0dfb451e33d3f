package io.chatty.adapter.stomp.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.ConversationId;
import org.junit.jupiter.api.Test;

class TypingPaceTest {

    private static final long INTERVAL = 2_000;
    private static final ConversationId ONE = new ConversationId("c_one");
    private static final ConversationId OTHER = new ConversationId("c_other");

    private final TypingPace pace = new TypingPace();

    @Test
    void showsTypingOnceInAnInterval() {
        pace.shown(ONE, true, 0);

        assertThat(pace.isTooMuch(ONE, true, INTERVAL - 1, INTERVAL)).isTrue();
        assertThat(pace.isTooMuch(ONE, true, INTERVAL, INTERVAL)).isFalse();
        assertThat(pace.isTooMuch(OTHER, true, 1, INTERVAL)).isFalse();
    }

    @Test
    void showsTheEndOnce() {
        pace.shown(ONE, true, 0);
        assertThat(pace.isTooMuch(ONE, false, 1, INTERVAL)).isFalse();

        pace.shown(ONE, false, 1);
        assertThat(pace.isTooMuch(ONE, false, 2, INTERVAL)).isTrue();
    }

    @Test
    void isNotOutwittedByAnEndInBetween() {
        pace.shown(ONE, true, 0);
        pace.shown(ONE, false, 1);

        assertThat(pace.isTooMuch(ONE, true, 2, INTERVAL)).isTrue();
    }
}
