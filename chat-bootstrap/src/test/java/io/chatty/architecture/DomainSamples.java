package io.chatty.architecture;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** What {@code DomainRules} must reject. */
final class DomainSamples {

    private DomainSamples() {}

    @Place("domain.user")
    static class OpenValue {}

    @Place("domain.user")
    static final class ChangingValue {
        int value;
    }

    @Place("domain.user")
    static final class SetValue {
        public void setValue() {}
    }

    @Place("application.user")
    static final class ReadsTheClock {
        final Supplier<Instant> now = Instant::now;
    }

    @Place("domain.user")
    static final class MakesAClock {
        final Clock clock = Clock.systemUTC();
    }

    @Place("domain.user")
    static final class MeasuresTime {
        final long time = System.nanoTime();
    }

    @Place("domain.user")
    static final class ThrowsDice {
        final int eyes = ThreadLocalRandom.current().nextInt();
    }

    @Place("wire")
    static final class MakesAnId {
        final UUID id = UUID.randomUUID();
    }

    @Place("domain.user")
    static final class CodelessException extends RuntimeException {}

    @Place("domain.conversation")
    interface OpenEvent {}

    @Place("domain.conversation")
    record SendMessage(String text) implements OpenEvent {}
}
