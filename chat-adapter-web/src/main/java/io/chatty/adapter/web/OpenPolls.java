package io.chatty.adapter.web;

import io.chatty.application.presence.ConnectUseCase;
import io.chatty.application.presence.DisconnectUseCase;
import io.chatty.application.presence.DisconnectUseCase.Farewell;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionId;
import io.chatty.domain.presence.ConnectionId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The requests that wait for something to happen to their person. Each is a connection of that person while it waits, and
 * ends with its session and when the server stops. Thread-safe.
 */
@Component
public final class OpenPolls implements SmartLifecycle {

    /** A session that was revoked while its request was on the way here is among the last so many. */
    private static final int REMEMBERED_REVOCATIONS = 1_000;

    private final ConnectUseCase connect;
    private final DisconnectUseCase disconnect;
    private final Set<Poll> open = ConcurrentHashMap.newKeySet();
    private final Set<SessionId> revoked = Collections.newSetFromMap(Collections.synchronizedMap(new Recent()));
    private volatile boolean running;

    OpenPolls(ConnectUseCase connect, DisconnectUseCase disconnect) {
        this.connect = connect;
        this.disconnect = disconnect;
    }

    /** A request of a session begins to wait; it must be closed once. */
    public Poll open(Session session) {
        Poll poll = new Poll(new ConnectionId("poll-" + UUID.randomUUID()), session.id(), new CompletableFuture<>());
        open.add(poll);
        connect.connect(poll.connection(), session.userId());
        // Looked at once it can be found: whatever ends it from now on finds it.
        if (revoked.contains(session.id())) {
            poll.revoke();
        }
        if (!running) {
            poll.finish();
        }
        return poll;
    }

    /** A request waits no longer. Its person counts as there for a little longer: the next request is on its way. */
    public void close(Poll poll) {
        open.remove(poll);
        disconnect.disconnect(poll.connection(), Farewell.LOST);
    }

    /** Ends what waits for a session that is over. */
    public void revoke(SessionId session) {
        revoked.add(session);
        open.stream().filter(poll -> poll.session().equals(session)).forEach(Poll::revoke);
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server stops, which waits for open requests. */
    @Override
    public void stop() {
        running = false;
        open.forEach(Poll::finish);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A request that waits. */
    public record Poll(ConnectionId connection, SessionId session, CompletableFuture<Void> ended) {

        /** Completes when it should not wait any longer, and fails when its session is over. */
        public CompletionStage<Void> end() {
            return ended.minimalCompletionStage();
        }

        void finish() {
            ended.complete(null);
        }

        void revoke() {
            ended.completeExceptionally(ErrorCode.SESSION_REVOKED.refusal());
        }
    }

    private static final class Recent extends LinkedHashMap<SessionId, Boolean> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionId, Boolean> eldest) {
            return size() > REMEMBERED_REVOCATIONS;
        }
    }
}
