package io.chatty.adapter.stomp;

import io.chatty.application.auth.AuthenticateUseCase;
import io.chatty.domain.ChatException;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionToken;
import io.chatty.wire.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets people in at CONNECT, and looks again later whether they may stay. Thread-safe. */
@Component
final class Connector {

    private static final Logger log = LoggerFactory.getLogger(Connector.class);
    private static final String BEARER = "bearer ";
    /** When to ask again about a session where the store could not answer. */
    private static final Duration STORE_PAUSE = Duration.ofSeconds(30);

    private final AuthenticateUseCase authenticate;
    private final SessionDirectory directory;
    private final UnauthenticatedSockets unauthenticated;
    private final Greeting greeting;
    private final StompProperties limits;
    private final Clock clock;

    Connector(
            AuthenticateUseCase authenticate,
            SessionDirectory directory,
            UnauthenticatedSockets unauthenticated,
            Greeting greeting,
            StompProperties limits,
            Clock clock) {
        this.authenticate = authenticate;
        this.directory = directory;
        this.unauthenticated = unauthenticated;
        this.greeting = greeting;
        this.limits = limits;
        this.clock = clock;
    }

    void connect(StompSession session, StompFrame frame) {
        String version = version(frame.header("accept-version"));
        HeartBeat beat = HeartBeat.parse(frame.header("heart-beat"));
        SessionToken token = token(session, frame);
        if (version == null) {
            session.fail(ProblemCode.UNSUPPORTED_VERSION, frame.receipt());
        } else if (beat == null) {
            session.fail(ProblemCode.MALFORMED_FRAME, frame.receipt());
        } else if (token == null) {
            session.fail(ProblemCode.AUTHENTICATION_REQUIRED, frame.receipt());
        } else {
            try {
                letIn(session, token, version, beat, frame.receipt());
            } catch (ChatException refusal) {
                log.debug("{} not let in: {}", session.id(), refusal.code());
                session.fail(ProblemCode.of(refusal.code()), frame.receipt());
            }
        }
    }

    private void letIn(
            StompSession session, SessionToken token, String version, HeartBeat beat, @Nullable String receipt) {
        Session known = authenticate.authenticate(token).session();
        session.identify(Identity.of(known, token, clock.instant()));
        if (!directory.signIn(session, known.userId())) {
            session.fail(ProblemCode.TOO_MANY_SESSIONS, receipt);
            return;
        }
        // Once more, now that a revocation would find this connection: one that came in between found nothing to close.
        authenticate.authenticate(token);
        unauthenticated.remove(session.handshake());
        session.vitals().beatEvery(beat.serverInterval(limits.pingInterval()));
        session.send(ServerFrames.connected(version, known.userId(), greeting));
        session.arrive();
    }

    /** Ends a session whose time is over, and notes the use of one that lives on. */
    void checkAgain(StompSession session, Identity identity) {
        Instant now = clock.instant();
        try {
            Session known = authenticate.authenticate(identity.token()).session();
            session.identify(Identity.of(known, identity.token(), now));
        } catch (ChatException refusal) {
            if (refusal.code().category() == ErrorCode.Category.UNAVAILABLE) {
                session.identify(identity.checkedAgainAt(now.plus(STORE_PAUSE)));
            } else {
                session.fail(ProblemCode.of(refusal.code()), null);
            }
        }
    }

    /** The highest version that both speak, or null. A client that names none speaks 1.0. */
    private static @Nullable String version(@Nullable String accepted) {
        List<String> offered = accepted == null ? List.of() : List.of(accepted.split(","));
        if (offered.stream().anyMatch(version -> version.strip().equals("1.2"))) {
            return "1.2";
        }
        return offered.stream().anyMatch(version -> version.strip().equals("1.1")) ? "1.1" : null;
    }

    /** The token of the header, which decides alone where it is there, else that of the handshake's cookie. */
    private static @Nullable SessionToken token(StompSession session, StompFrame frame) {
        String header = frame.header("Authorization");
        if (header == null) {
            return session.handshake().cookieToken();
        }
        return header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? new SessionToken(header.substring(BEARER.length()).strip())
                : null;
    }
}
