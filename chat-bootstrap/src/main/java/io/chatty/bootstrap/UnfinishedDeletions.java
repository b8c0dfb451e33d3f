package io.chatty.bootstrap;

import io.chatty.application.auth.FinishDeletionsUseCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Finishes deletions of accounts that a crash cut short, before the server opens its port. */
class UnfinishedDeletions implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(UnfinishedDeletions.class);

    private final FinishDeletionsUseCase finishDeletions;
    private volatile boolean running;

    UnfinishedDeletions(FinishDeletionsUseCase finishDeletions) {
        this.finishDeletions = finishDeletions;
    }

    @Override
    public void start() {
        int finished = finishDeletions.finish();
        if (finished > 0) {
            log.info("{} deletions of accounts are finished", finished);
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts late. */
    @Override
    public int getPhase() {
        return 0;
    }
}
