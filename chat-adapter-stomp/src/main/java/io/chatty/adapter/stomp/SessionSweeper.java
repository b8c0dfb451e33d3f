package io.chatty.adapter.stomp;

import io.chatty.application.presence.DisconnectUseCase.Farewell;
import io.chatty.application.presence.ExpirePresenceUseCase;
import io.chatty.wire.Events;
import io.chatty.wire.ProblemCode;
import io.chatty.wire.ServerDraining;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks after every connection once a second: pings and beats, and the end of those that never signed in, are silent, do
 * not read, do not close, or whose session is over. When the application stops it lets sessions finish what they sent and
 * closes them.
 */
@Component
final class SessionSweeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SessionSweeper.class);

    private static final Duration CHECK_PAUSE = Duration.ofSeconds(30);

    private final SessionDirectory directory;
    private final Connector connector;
    private final ExpirePresenceUseCase expirePresence;
    private final RevocationCheck revocationCheck;
    private final Errands errands;
    private final StompProperties limits;
    private final Clock clock;
    private volatile List<Future<?>> rounds = List.of();
    private long sweptAt = System.nanoTime();
    private long judgedSince = sweptAt;

    SessionSweeper(
            SessionDirectory directory,
            Connector connector,
            ExpirePresenceUseCase expirePresence,
            RevocationCheck revocationCheck,
            Errands errands,
            StompProperties limits,
            Clock clock) {
        this.directory = directory;
        this.connector = connector;
        this.expirePresence = expirePresence;
        this.revocationCheck = revocationCheck;
        this.errands = errands;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public void start() {
        directory.letIn(true);
        rounds = List.of(
                errands.repeat(limits.sweepInterval(), this::sweep),
                errands.repeat(limits.sweepInterval(), expirePresence::expire),
                // Beside the rounds, which must not wait for the store.
                errands.repeat(limits.revocationCheck(), () -> errands.run(revocationCheck::run)));
    }

    private void sweep() {
        Instant time = clock.instant();
        long start = System.nanoTime();
        if (start - sweptAt > limits.pingInterval().toNanos()) {
            // Nobody was pinged meanwhile, the machine slept perhaps: that nobody answered is not their silence.
            judgedSince = start;
        }
        sweptAt = start;
        for (StompSession session : directory.all()) {
            try {
                examine(session, System.nanoTime(), time);
            } catch (RuntimeException bug) {
                log.error("{} could not be looked after", session.id(), bug);
            }
        }
    }

    private void examine(StompSession session, long now, Instant time) {
        Vitals vitals = session.vitals();
        if (vitals.isEnded()) {
            examineEnded(session, now);
        } else if (session.identity() == null
                && vitals.ageAt(now) > limits.connectTimeout().toNanos()) {
            session.close(StompErrors.SILENT);
        } else if (Math.min(vitals.silenceAt(now), now - judgedSince)
                > limits.silenceLimit().toNanos()) {
            // Before the close, which would otherwise tell of a connection that was lost.
            session.leave(Farewell.GONE);
            session.close(StompErrors.SILENT);
        } else if (vitals.amidFrameFor(now) > limits.connectTimeout().toNanos()) {
            session.fail(ProblemCode.MALFORMED_FRAME, null);
        } else if (session.outbound().stalledFor(now) > limits.sendTimeLimit().toNanos()) {
            session.abandon();
        } else {
            keepAlive(session, now);
            checkAgain(session, time);
        }
    }

    private void examineEnded(StompSession session, long now) {
        Vitals vitals = session.vitals();
        if (vitals.closingFor(now) > limits.closeGrace().toNanos()) {
            session.socket().disconnect();
        } else if (vitals.closingFor(now) == 0
                && vitals.endedFor(now) > limits.drainTimeout().toNanos()) {
            session.fail(ProblemCode.TEMPORARILY_UNAVAILABLE, null);
        }
    }

    private void keepAlive(StompSession session, long now) {
        Vitals vitals = session.vitals();
        // Half a sweep early rather than late: a client counts on what was promised.
        long slack = limits.sweepInterval().toNanos() / 2;
        if (vitals.sincePing(now) >= limits.pingInterval().toNanos() - slack) {
            vitals.pinged(now);
            session.socket().ping();
        }
        if (vitals.beatInterval() > 0 && session.outbound().quietFor(now) >= vitals.beatInterval() - 2 * slack) {
            session.send("\n");
        }
    }

    private void checkAgain(StompSession session, Instant time) {
        Identity identity = session.identity();
        if (identity != null && !time.isBefore(identity.checkAt())) {
            // Put off first, so that a slow store is not asked again before it has answered.
            session.identify(identity.checkedAgainAt(time.plus(CHECK_PAUSE)));
            errands.run(() -> connector.checkAgain(session, identity));
        }
    }

    @Override
    public void stop(Runnable stopped) {
        directory.letIn(false);
        directory.all().forEach(session -> {
            session.deliver(Destination.EVENTS, new EncodedBody(Events.encode(draining())));
            session.closeWhenDone(StompErrors.RESTART, null);
        });
        rounds.forEach(round -> round.cancel(false));
        rounds = List.of();
        long since = System.nanoTime();
        errands.run(() -> awaitEmpty(since, stopped));
    }

    /** Each is asked to come back at another instant, since the next server has to let all of them in. */
    private ServerDraining draining() {
        long after =
                ThreadLocalRandom.current().nextLong(limits.reconnectSpread().toMillis() + 1);
        return new ServerDraining(Duration.ofMillis(after), clock.instant());
    }

    /** The next to stop is the web server, which would cut those that have not closed yet. */
    private void awaitEmpty(long since, Runnable stopped) {
        if (directory.all().isEmpty()) {
            stopped.run();
            return;
        }
        long now = System.nanoTime();
        for (StompSession session : directory.all()) {
            if (session.vitals().closingFor(now) > limits.closeGrace().toNanos()) {
                session.socket().disconnect();
            } else if (now - since > limits.drainTimeout().toNanos()) {
                session.close(StompErrors.RESTART);
            }
        }
        errands.later(limits.sweepInterval().dividedBy(10), () -> awaitEmpty(since, stopped));
    }

    @Override
    public void stop() {
        throw new UnsupportedOperationException("stopped with a callback");
    }

    @Override
    public boolean isRunning() {
        return !rounds.isEmpty();
    }
}
