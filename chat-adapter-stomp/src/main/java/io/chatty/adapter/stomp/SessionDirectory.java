package io.chatty.adapter.stomp;

import io.chatty.application.presence.DisconnectUseCase.Farewell;
import io.chatty.domain.auth.SessionId;
import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.user.UserId;
import io.chatty.wire.ProblemCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The live connections of this node: how features reach them. Thread-safe, and telling waits for nobody. What is told one
 * after the other arrives in that order.
 */
@Component
public final class SessionDirectory {

    private final int socketsPerUser;
    private final ConcurrentHashMap<ConnectionId, StompSession> open = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UserId, List<StompSession>> signedIn = new ConcurrentHashMap<>();
    private volatile boolean closed;

    SessionDirectory(StompProperties limits) {
        this.socketsPerUser = limits.socketsPerUser();
    }

    /**
     * Tells every connection of a person that listens.
     *
     * @param event makes the JSON; asked once, and only if somebody listens
     */
    public void tell(UserId user, Supplier<String> event) {
        tell(signedIn.getOrDefault(user, List.of()), event);
    }

    /** Tells one connection, if it is there and listens. */
    public void tell(ConnectionId connection, Supplier<String> event) {
        StompSession session = open.get(connection);
        if (session != null) {
            tell(List.of(session), event);
        }
    }

    /**
     * Ends the connections of a revoked session, which counts as a goodbye, and tells the remaining ones of its person.
     *
     * @param event makes the JSON for those that remain
     */
    public void revoke(UserId user, SessionId revoked, Supplier<String> event) {
        List<StompSession> remaining = new ArrayList<>();
        for (StompSession session : signedIn.getOrDefault(user, List.of())) {
            Identity identity = session.identity();
            if (identity != null && identity.session().equals(revoked)) {
                session.leave(Farewell.GONE);
                session.fail(ProblemCode.SESSION_REVOKED, null);
            } else {
                remaining.add(session);
            }
        }
        tell(remaining, event);
    }

    private static void tell(List<StompSession> sessions, Supplier<String> event) {
        EncodedBody body = null;
        for (StompSession session : sessions) {
            if (session.subscriptions().reach(Destination.EVENTS)) {
                body = body == null ? new EncodedBody(event.get()) : body;
                session.deliver(Destination.EVENTS, body);
            }
        }
    }

    void add(StompSession session) {
        open.put(session.id(), session);
    }

    /**
     * Counts a session among those of its person.
     *
     * @return false if the person has too many
     */
    boolean signIn(StompSession session, UserId user) {
        List<StompSession> mine = signedIn.compute(
                user,
                (any, others) -> others == null || others.size() < socketsPerUser ? plus(others, session) : others);
        if (!open.containsKey(session.id())) {
            // It closed meanwhile, and nobody will take it out again.
            signOut(session, user);
        }
        return mine.contains(session);
    }

    /** Tells a session what a person is told; it counts as no connection, and nobody looks after it. */
    void admit(StompSession session, UserId user) {
        signedIn.merge(user, List.of(session), (others, only) -> plus(others, session));
    }

    void remove(StompSession session) {
        open.remove(session.id());
        Identity identity = session.identity();
        if (identity != null) {
            signOut(session, identity.user());
        }
    }

    Collection<StompSession> all() {
        return open.values();
    }

    /** Whether anybody new is let in. */
    void letIn(boolean anybody) {
        closed = !anybody;
    }

    boolean isClosed() {
        return closed;
    }

    private void signOut(StompSession session, UserId user) {
        signedIn.computeIfPresent(user, (any, sessions) -> {
            List<StompSession> others =
                    sessions.stream().filter(other -> other != session).toList();
            return others.isEmpty() ? null : others;
        });
    }

    private static List<StompSession> plus(@Nullable List<StompSession> others, StompSession session) {
        List<StompSession> more = new ArrayList<>(others == null ? List.of() : others);
        more.add(session);
        return List.copyOf(more);
    }
}
