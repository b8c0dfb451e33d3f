package io.chatty.application.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs at once what is due at once, and everything else when the test says that time has passed. Has no threads. */
final class ManualScheduler extends ScheduledThreadPoolExecutor {

    private final List<Alarm> alarms = new ArrayList<>();

    ManualScheduler() {
        super(0);
    }

    @Override
    public void execute(Runnable command) {
        command.run();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        Alarm alarm = new Alarm(command, unit.toMillis(delay));
        alarms.add(alarm);
        return alarm;
    }

    /** Lets time pass. */
    void pass(long millis) {
        alarms.stream().filter(alarm -> alarm.millis <= millis).forEach(Alarm::run);
    }

    /** How many alarms are set and neither rang nor were cancelled. */
    long waiting() {
        return alarms.stream().filter(alarm -> !alarm.isDone()).count();
    }

    private static final class Alarm extends FutureTask<Void> implements ScheduledFuture<Void> {

        private final long millis;

        Alarm(Runnable command, long millis) {
            super(command, null);
            this.millis = millis;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(millis, TimeUnit.MILLISECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(millis, other.getDelay(TimeUnit.MILLISECONDS));
        }
    }
}
