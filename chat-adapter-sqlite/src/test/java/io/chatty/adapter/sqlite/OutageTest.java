package io.chatty.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class OutageTest {

    private static final SQLException FULL = new SQLiteException("full", SQLiteErrorCode.SQLITE_FULL);
    private static final SQLException BROKEN = new SQLiteException("broken", SQLiteErrorCode.SQLITE_IOERR_WRITE);

    private final Logger log = (Logger) LoggerFactory.getLogger(Outage.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE);
    private final Outage outage = new Outage(Path.of("outage", "chatty.db"), clock::get);

    @BeforeEach
    void listen() {
        lines.start();
        log.setLevel(Level.INFO);
        log.setAdditive(false);
        log.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(lines);
        log.setLevel(null);
        log.setAdditive(true);
    }

    @Test
    void saysWhatToDoAboutAFullDisk() {
        outage.isFelt(FULL);

        assertThat(told()).singleElement().asString().contains("chatty.db is full; make room on it.");
    }

    @Test
    void saysWhatFailedOtherwise() {
        outage.isFelt(BROKEN);

        assertThat(told()).singleElement().asString().contains("chatty.db cannot be written", "broken");
    }

    @Test
    void repeatsItselfOnceAMinute() {
        outage.isFelt(FULL);
        outage.isFelt(FULL);
        pass(Duration.ofSeconds(59));
        outage.isFelt(FULL);
        assertThat(told()).hasSize(1);

        pass(Duration.ofSeconds(1));
        outage.isFelt(FULL);
        assertThat(told()).hasSize(2);
    }

    @Test
    void saysThatItIsOverIfItSaidThatItBegan() {
        outage.isOver();
        outage.isFelt(FULL);
        outage.isOver();
        outage.isFelt(FULL);
        outage.isOver();

        assertThat(told()).hasSize(2).last().asString().endsWith("chatty.db can be written again");
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    /** Stores of other tests use the same log. */
    private List<String> told() {
        return List.copyOf(lines.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.contains(Path.of("outage", "chatty.db").toString()))
                .toList();
    }
}
