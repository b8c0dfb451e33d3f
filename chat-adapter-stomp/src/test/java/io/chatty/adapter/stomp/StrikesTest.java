package io.chatty.adapter.stomp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StrikesTest {

    private final Strikes strikes = new Strikes();

    @Test
    void allowsTwentyInTenSeconds() {
        assertThat(LongStream.range(0, 20)).noneMatch(strikes::add);

        assertThat(strikes.add(Strikes.WINDOW.toNanos())).isTrue();
    }

    @Test
    void forgetsWhatIsLongAgo() {
        assertThat(LongStream.range(0, 20)).noneMatch(strikes::add);

        assertThat(strikes.add(Strikes.WINDOW.toNanos() + 1)).isFalse();
    }
}
