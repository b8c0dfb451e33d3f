package io.chatty.adapter.web;

import io.chatty.application.conversation.CheckMessagePathUseCase;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

    private static final Logger log = LoggerFactory.getLogger(MessagePath.class);
    private static final int INTERVAL_SECONDS = 5;

    private final CheckMessagePathUseCase checkMessagePath;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(MessagePath::daemon);
    private volatile boolean sound;
    private volatile boolean broken;

    MessagePath(CheckMessagePathUseCase checkMessagePath) {
        this.checkMessagePath = checkMessagePath;
        look();
        clock.scheduleAtFixedRate(this::look, INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
    }

    /** Whether the latest probe got through. */
    boolean isSound() {
        return sound;
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }

    private void look() {
        try {
            checkMessagePath.check().whenComplete((now, failure) -> note(failure == null && now));
        } catch (RuntimeException bug) {
            note(false);
            log.error("the path of a message could not be checked", bug);
        }
    }

    private void note(boolean now) {
        // That all is well from the start is no news.
        if (now == broken) {
            log.info(now ? "Messages get through again" : "Messages do not get through: not ready");
        }
        sound = now;
        broken = !now;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "message-path");
        thread.setDaemon(true);
        return thread;
    }
}
