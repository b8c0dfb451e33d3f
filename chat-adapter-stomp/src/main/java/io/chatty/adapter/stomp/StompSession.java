package io.chatty.adapter.stomp;

import static java.util.Objects.requireNonNull;

import io.chatty.application.presence.DisconnectUseCase.Farewell;
import io.chatty.domain.presence.ConnectionId;
import io.chatty.wire.ProblemCode;
import io.chatty.wire.ProblemResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;

/**
 * One live connection. Thread-safe, and no method waits for the client; what is for the thread that reads from the
 * connection says so.
 */
final class StompSession {

    private final Handshake handshake;
    private final StompSocket socket;
    private final Attendance attendance;
    private final Errands errands;
    private final Outbound outbound;
    private final FrameReader reader;
    private final TokenBucket pace;
    private final Subscriptions subscriptions = new Subscriptions();
    private final InFlight inFlight = new InFlight();
    private final Strikes strikes = new Strikes();
    private final Vitals vitals = new Vitals(System.nanoTime());
    private final AtomicLong messages = new AtomicLong();
    private final Map<Class<?>, Object> notes = new HashMap<>(2);
    private final AtomicReference<@Nullable Farewell> farewells = new AtomicReference<>();
    private volatile @Nullable Identity identity;

    StompSession(
            Handshake handshake, StompSocket socket, Attendance attendance, Errands errands, StompProperties limits) {
        this.handshake = handshake;
        this.socket = socket;
        this.attendance = attendance;
        this.errands = errands;
        this.outbound = new Outbound(socket, limits.sendBufferBytes().toBytes(), this::abandon);
        this.reader = new FrameReader((int) limits.frameBytes().toBytes());
        this.pace = new TokenBucket(limits.frameBurst(), limits.framesPerSecond(), Duration.ofSeconds(1));
    }

    ConnectionId id() {
        return handshake.connection();
    }

    Handshake handshake() {
        return handshake;
    }

    StompSocket socket() {
        return socket;
    }

    Outbound outbound() {
        return outbound;
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    InFlight inFlight() {
        return inFlight;
    }

    Vitals vitals() {
        return vitals;
    }

    /** For the thread that reads. */
    FrameReader reader() {
        return reader;
    }

    /** For the thread that reads. */
    TokenBucket pace() {
        return pace;
    }

    /** What a feature remembers of this session, made at its first use. For the thread that reads. */
    <T> T note(Class<T> type, Supplier<T> first) {
        return type.cast(notes.computeIfAbsent(type, any -> first.get()));
    }

    /** What the log and a problem call one frame of this session. */
    String requestId(StompFrame frame) {
        return id() + "-" + frame.number();
    }

    /** Who is at the other end, or null before CONNECT was accepted. */
    @Nullable
    Identity identity() {
        return identity;
    }

    void identify(Identity known) {
        identity = known;
    }

    /** Sends a frame of which hardly anything is beyond ASCII. */
    void send(String frame) {
        outbound.send(frame, frame.length());
    }

    /** Answers a frame that asked for it. */
    void receipt(@Nullable String receipt) {
        if (receipt != null) {
            send(ServerFrames.receipt(receipt));
        }
    }

    /** Sends a body to each subscription of a destination, as a MESSAGE of its own. */
    void deliver(Destination destination, EncodedBody body) {
        for (Subscriptions.Subscription subscription : subscriptions.all()) {
            if (subscription.destination() == destination) {
                String frame = ServerFrames.message(subscription.prefix(), messages.incrementAndGet(), body);
                outbound.send(frame, frame.length() - body.json().length() + body.bytes());
            }
        }
    }

    /** Notes that the client was told to slow down; returns whether that was once too often. */
    boolean strike() {
        return strikes.add(System.nanoTime());
    }

    /** Says why the session is over and closes it; what was sent before still arrives before. */
    void fail(ProblemCode code, @Nullable String receipt) {
        EncodedBody problem = EncodedBody.of(ProblemResponse.of(code, id().value()));
        vitals.close();
        outbound.close(ServerFrames.error(code, problem, receipt), StompErrors.closeStatus(code));
    }

    /** Closes the session once everything that was sent has arrived; no frame is taken any more. */
    void close(CloseStatus status) {
        vitals.close();
        outbound.close(null, status);
    }

    /**
     * Takes no more frames, and closes the session when the outcome of those that came is known and told.
     *
     * @param receipt what the client calls the answer to its goodbye, or null
     */
    void closeWhenDone(CloseStatus status, @Nullable String receipt) {
        vitals.end();
        inFlight.whenNone(() -> {
            receipt(receipt);
            close(status);
        });
    }

    /** Ends a session whose client does not read: what waits for it is forgotten at once. */
    void abandon() {
        vitals.close();
        outbound.forget();
        // Elsewhere: whoever told this session too much may hold locks, and closing may call back.
        errands.run(() -> socket.close(StompErrors.NOT_READING));
    }

    /** Says that the person is here. For the thread that reads. */
    void arrive() {
        Identity known = identity;
        if (known != null) {
            attendance.arrive(known.user());
        }
    }

    /** Says that the person is gone from here; the first farewell counts, whichever errand is done first. */
    void leave(Farewell farewell) {
        farewells.compareAndSet(null, farewell);
        Farewell first = requireNonNull(farewells.get());
        errands.insist(() -> attendance.leave(first));
    }
}
