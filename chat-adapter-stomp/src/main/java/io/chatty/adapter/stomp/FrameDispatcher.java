package io.chatty.adapter.stomp;

import io.chatty.adapter.stomp.Destination.Use;
import io.chatty.application.presence.DisconnectUseCase.Farewell;
import io.chatty.wire.ProblemCode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Acts on the frames of a session, one after the other. Every frame that asks for a receipt is answered. */
@Component
final class FrameDispatcher {

    private static final int MAX_SUBSCRIPTION_ID_LENGTH = 255;

    private final Connector connector;
    private final Refusals refusals;
    private final Map<Destination, SendHandler> handlers = new EnumMap<>(Destination.class);
    private final int subscriptionsPerSession;

    FrameDispatcher(Connector connector, Refusals refusals, List<SendHandler> handlers, StompProperties limits) {
        this.connector = connector;
        this.refusals = refusals;
        this.subscriptionsPerSession = limits.subscriptionsPerSession();
        handlers.forEach(handler -> this.handlers.put(handler.destination(), handler));
        for (Destination destination : Destination.values()) {
            if (destination.use() == Use.SEND && !this.handlers.containsKey(destination)) {
                throw new IllegalStateException("nobody handles " + destination);
            }
        }
    }

    /** @param waitNanos how much too early the frame came; 0 if it is in time */
    void dispatch(StompSession session, StompFrame frame, long waitNanos) {
        boolean connected = session.identity() != null;
        if (frame.command().opens() == connected || frame.has("transaction") || frame.has("selector")) {
            session.fail(ProblemCode.MALFORMED_FRAME, frame.receipt());
            return;
        }
        if (waitNanos > 0 && frame.command() != ClientCommand.SEND && session.strike()) {
            session.fail(ProblemCode.RATE_LIMITED, frame.receipt());
            return;
        }
        switch (frame.command()) {
            case CONNECT, STOMP -> connector.connect(session, frame);
            case SEND -> send(session, frame, waitNanos);
            case SUBSCRIBE -> subscribe(session, frame);
            case UNSUBSCRIBE -> unsubscribe(session, frame);
            case DISCONNECT -> disconnect(session, frame);
            case ACK, NACK, BEGIN, COMMIT, ABORT -> session.fail(ProblemCode.MALFORMED_FRAME, frame.receipt());
        }
    }

    private void subscribe(StompSession session, StompFrame frame) {
        String id = frame.header("id");
        String path = frame.header("destination");
        String mode = frame.header("ack");
        Subscriptions subscriptions = session.subscriptions();
        if (id == null
                || id.length() > MAX_SUBSCRIPTION_ID_LENGTH
                || path == null
                || (mode != null && !mode.equals("auto"))
                || subscriptions.contains(id)) {
            session.fail(ProblemCode.MALFORMED_FRAME, frame.receipt());
            return;
        }
        Destination destination = Destination.find(Use.SUBSCRIBE, path);
        if (destination == null) {
            session.fail(ProblemCode.DESTINATION_NOT_ALLOWED, frame.receipt());
        } else if (subscriptions.size() >= subscriptionsPerSession) {
            session.fail(ProblemCode.RATE_LIMITED, frame.receipt());
        } else {
            // First subscribed, then answered: whoever holds the receipt misses nothing from then on.
            subscriptions.add(id, destination);
            session.receipt(frame.receipt());
        }
    }

    private static void unsubscribe(StompSession session, StompFrame frame) {
        String id = frame.header("id");
        if (id == null) {
            session.fail(ProblemCode.MALFORMED_FRAME, frame.receipt());
            return;
        }
        session.subscriptions().remove(id);
        session.receipt(frame.receipt());
    }

    private static void disconnect(StompSession session, StompFrame frame) {
        session.leave(Farewell.GONE);
        session.closeWhenDone(StompErrors.GOODBYE, frame.receipt());
    }

    private void send(StompSession session, StompFrame frame, long waitNanos) {
        String path = frame.header("destination");
        Destination destination = path == null ? null : Destination.find(Use.SEND, path);
        if (destination == null) {
            session.fail(
                    path == null ? ProblemCode.MALFORMED_FRAME : ProblemCode.DESTINATION_NOT_ALLOWED, frame.receipt());
            return;
        }
        session.inFlight().begin();
        outcome(session, frame, destination, waitNanos).whenComplete((outcome, failure) -> {
            try {
                answer(session, frame, outcome, failure);
            } catch (RuntimeException bug) {
                refusals.refuse(session, frame, bug);
            } finally {
                session.inFlight().end();
            }
        });
    }

    private CompletionStage<Outcome> outcome(
            StompSession session, StompFrame frame, Destination destination, long waitNanos) {
        Identity identity = session.identity();
        SendHandler handler = handlers.get(destination);
        if (identity == null || handler == null) {
            throw new IllegalStateException("checked before");
        }
        if (waitNanos > 0) {
            return CompletableFuture.failedFuture(new TooFastException(waitNanos));
        }
        try {
            return handler.handle(new Command(session, identity.user(), frame.body()));
        } catch (RuntimeException refusalOrBug) {
            return CompletableFuture.failedFuture(refusalOrBug);
        }
    }

    private void answer(
            StompSession session, StompFrame frame, @Nullable Outcome outcome, @Nullable Throwable failure) {
        if (failure != null) {
            refusals.refuse(session, frame, failure);
        } else if (outcome != null) {
            Outcome.Ack ack = outcome.ack();
            if (ack != null && session.subscriptions().reach(Destination.REPLIES)) {
                session.deliver(Destination.REPLIES, EncodedBody.of(Reply.to(ack, frame.receipt())));
            }
            session.receipt(frame.receipt());
        }
    }

    /** An ack as it is written. */
    private record Reply(
            String type,
            @Nullable String re,
            int status,
            @Nullable Boolean replayed,
            Object message) {

        private static final int CREATED = 201;
        private static final int OK = 200;

        static Reply to(Outcome.Ack ack, @Nullable String receipt) {
            return new Reply(
                    "ack",
                    ack.re() == null ? receipt : ack.re(),
                    ack.replayed() ? OK : CREATED,
                    ack.replayed() ? true : null,
                    ack.message());
        }
    }
}
