package io.chatty.adapter.stomp;

import io.chatty.domain.ClientAddress;
import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.user.UserId;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/**
 * Sessions with no client at their other end: told what those of people are told, by the same way, and in none of the lists
 * that are looked after, counted or shown.
 */
@Component
public final class InnerSessions {

    private static final String SUBSCRIPTION = "inner";

    private final SessionDirectory directory;
    private final Errands errands;
    private final StompProperties limits;

    InnerSessions(SessionDirectory directory, Errands errands, StompProperties limits) {
        this.directory = directory;
        this.errands = errands;
        this.limits = limits;
    }

    /**
     * Opens one for as long as the server runs.
     *
     * @param user whose events it is told
     * @param ear takes each frame, on whichever thread tells; must not block
     */
    public void open(UserId user, Consumer<String> ear) {
        ConnectionId connection = new ConnectionId(user.value());
        Attendance nobody = new Attendance(connection, (id, person) -> {}, (id, farewell) -> {});
        StompSession session = new StompSession(
                new Handshake(connection, ClientAddress.of(""), null), new Ear(ear), nobody, errands, limits);
        session.subscriptions().add(SUBSCRIPTION, Destination.EVENTS);
        directory.admit(session, user);
    }

    /** The end of the line: whatever is sent has arrived. */
    private record Ear(Consumer<String> listener) implements StompSocket {

        @Override
        public void send(String text, Runnable sent, Runnable failed) {
            listener.accept(text);
            sent.run();
        }

        @Override
        public void ping() {}

        @Override
        public void close(CloseStatus status) {}

        @Override
        public void disconnect() {}
    }
}
