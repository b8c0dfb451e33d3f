package io.chatty.adapter.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Remembers what is logged above DEBUG. */
final class LogRecorder {

    private final ConcurrentLinkedQueue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.INFO)) {
                event.prepareForDeferredProcessing();
                events.add(event);
            }
        }
    };

    void start() {
        appender.start();
        root.addAppender(appender);
    }

    void stop() {
        root.detachAppender(appender);
    }

    /** What was logged and not taken, one line each. */
    List<String> unexpected() {
        return events.stream()
                .map(event -> event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage())
                .toList();
    }

    /** What was logged since the last time, for a test that expects something. */
    List<ILoggingEvent> take() {
        List<ILoggingEvent> taken = new ArrayList<>(events);
        events.clear();
        return taken;
    }
}
