package io.chatty.architecture;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** What {@code TestRules} must reject. */
final class TestSamples {

    private TestSamples() {}

    static final class SleepingTest {
        void waits() throws InterruptedException {
            Thread.sleep(1);
        }
    }

    @Disabled
    static final class SwitchedOffTest {}

    static final class PartlySwitchedOffTest {
        @Disabled
        void happens() {}
    }

    static final class WishfulTest {
        @Test
        void shouldHappen() {}
    }
}
