package io.chatty.adapter.stomp;

import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.Probe;
import io.chatty.domain.conversation.ProbeRegistry;
import io.chatty.domain.presence.ConnectionId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/**
 * Hears of probes on a session like those of people, with no client at its other end. It is told what {@link
 * Probe#RECIPIENT} is told and stands in no list that is looked after, counted or shown.
 */
@Component
final class StompProbeRegistry implements ProbeRegistry {

    private static final ConnectionId CONNECTION = new ConnectionId("probe");

    private final AtomicReference<Awaited> awaited = new AtomicReference<>(Awaited.of(new ClientMessageId("nothing")));

    StompProbeRegistry(SessionDirectory directory, Errands errands, StompProperties limits) {
        Attendance nobody = new Attendance(CONNECTION, (connection, user) -> {}, (connection, farewell) -> {});
        StompSession session =
                new StompSession(new Handshake(CONNECTION, "", null), new Ear(), nobody, errands, limits);
        session.subscriptions().add("probes", Destination.EVENTS);
        directory.admit(session, Probe.RECIPIENT);
    }

    @Override
    public CompletionStage<ClientMessageId> await(ClientMessageId mark) {
        Awaited next = Awaited.of(mark);
        awaited.set(next);
        return next.heard().minimalCompletionStage();
    }

    private void hear(String frame) {
        Awaited now = awaited.get();
        if (frame.contains(now.sign())) {
            now.heard().complete(now.mark());
        }
    }

    /** @param sign what the frame of its event contains */
    private record Awaited(ClientMessageId mark, String sign, CompletableFuture<ClientMessageId> heard) {

        static Awaited of(ClientMessageId mark) {
            return new Awaited(mark, "\"clientMessageId\":\"" + mark.value() + "\"", new CompletableFuture<>());
        }
    }

    /** The end of the line: takes whatever is sent. */
    private final class Ear implements StompSocket {

        @Override
        public void send(String text, Runnable sent, Runnable failed) {
            hear(text);
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
