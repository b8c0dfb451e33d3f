package io.chatty.adapter.web.conversation;

import io.chatty.application.conversation.CheckMessagePathUseCase;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Part of readiness: whether messages get through. Looks every five seconds by itself, so that an answer waits for nothing,
 * however many ask and whatever is stuck.
 */
@Component("messagePath")
final class MessagePathHealth implements HealthIndicator, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(MessagePathHealth.class);
    private static final int INTERVAL_SECONDS = 5;

    private final CheckMessagePathUseCase checkMessagePath;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(MessagePathHealth::daemon);
    private volatile boolean sound;

    MessagePathHealth(CheckMessagePathUseCase checkMessagePath) {
        this.checkMessagePath = checkMessagePath;
        look();
        clock.scheduleAtFixedRate(this::look, INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public Health health() {
        return (sound ? Health.up() : Health.down()).build();
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
        if (now != sound) {
            log.info(now ? "Messages get through" : "Messages do not get through: not ready");
        }
        sound = now;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "message-path");
        thread.setDaemon(true);
        return thread;
    }
}
