package io.chatty.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OutageTest {

    private static final MongoException GONE = new MongoTimeoutException("a long story");

    private final Logger log = (Logger) LoggerFactory.getLogger(Outage.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE);
    private final Outage outage = new Outage("outage.example", () -> " (Connection refused)", clock::get);

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
    void saysWhatToDoAboutAServerThatIsGone() {
        outage.isFelt(new IllegalStateException("on the way", GONE));

        assertThat(told())
                .singleElement()
                .asString()
                .startsWith("MongoDB at outage.example does not answer (Connection refused); start it again, and if its"
                        + " disk is full, which ends it, make room first.")
                .doesNotContain("story");
    }

    @Test
    void saysWhyAServerRefuses() {
        BsonDocument answer =
                BsonDocument.parse("{ok: 0, code: 14031, codeName: 'OutOfDiskSpace', errmsg: 'a secret'}");
        outage.isFelt(new MongoCommandException(answer, new ServerAddress("outage.example")));

        assertThat(told())
                .singleElement()
                .asString()
                .startsWith("MongoDB at outage.example refuses (OutOfDiskSpace); see what its log says,")
                .doesNotContain("secret");
    }

    @Test
    void repeatsItselfOnceAMinute() {
        outage.isFelt(GONE);
        outage.isFelt(GONE);
        pass(Duration.ofSeconds(59));
        outage.isFelt(GONE);
        assertThat(told()).hasSize(1);

        pass(Duration.ofSeconds(1));
        outage.isFelt(GONE);
        assertThat(told()).hasSize(2);
    }

    @Test
    void saysThatItIsOverIfItSaidThatItBegan() {
        outage.isOver();
        outage.isFelt(GONE);
        outage.isOver();
        outage.isFelt(GONE);
        outage.isOver();

        assertThat(told()).hasSize(2).last().isEqualTo("MongoDB at outage.example answers again");
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    /** Stores of other tests use the same log. */
    private List<String> told() {
        return List.copyOf(lines.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.contains("outage.example"))
                .toList();
    }
}
