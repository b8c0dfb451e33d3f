package io.chatty.adapter.web;

import io.chatty.application.conversation.CheckMessagePathUseCase;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Whether messages get through, which is a part of readiness. Looks every five seconds by itself, so that an answer waits
 * for nothing, however many ask and whatever is stuck.
 */
@Component
final class MessagePath implements DisposableBean {

    /**
     * How long an outcome counts. Two of them are at most eight seconds apart, five between their probes and three until
     * the later one is given up, so an older one means that the looking itself is stuck.
     */
    static final Duration VALIDITY = Duration.ofSeconds(9);

    private static final Logger log = LoggerFactory.getLogger(MessagePath.class);
    private static final int INTERVAL_SECONDS = 5;

    private final CheckMessagePathUseCase checkMessagePath;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(MessagePath::daemon);
    private volatile @Nullable Outcome latest;

    MessagePath(CheckMessagePathUseCase checkMessagePath) {
        this.checkMessagePath = checkMessagePath;
        look();
        rounds.scheduleAtFixedRate(this::look, INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
    }

    /** Whether the latest probe got through, and not too long ago. */
    boolean isSound() {
        return isSoundAt(System.nanoTime());
    }

    /** The same at a time of {@link System#nanoTime()}. */
    boolean isSoundAt(long now) {
        Outcome known = latest;
        return known != null && known.sound() && now - known.at() < VALIDITY.toNanos();
    }

    @Override
    public void destroy() {
        rounds.shutdownNow();
    }

    private void look() {
        try {
            checkMessagePath.check().whenComplete((sound, bug) -> note(bug == null && sound, bug));
        } catch (RuntimeException bug) {
            note(false, bug);
        }
    }

    /** Says what changed; that all is well from the start is no news. */
    private void note(boolean sound, @Nullable Throwable bug) {
        Outcome before = latest;
        latest = new Outcome(sound, System.nanoTime());
        if (sound && before != null && !before.sound()) {
            log.info("Messages get through again");
        } else if (!sound && (before == null || before.sound())) {
            log.warn("Messages do not get through: not ready", bug);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "message-path");
        thread.setDaemon(true);
        return thread;
    }

    /** @param at when it was known, by {@link System#nanoTime()} */
    private record Outcome(boolean sound, long at) {}
}
