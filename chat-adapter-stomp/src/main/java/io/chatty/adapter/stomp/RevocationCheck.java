package io.chatty.adapter.stomp;

import io.chatty.application.auth.FindRevokedSessionsUseCase;
import io.chatty.domain.auth.SessionId;
import io.chatty.wire.ProblemCode;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Ends the connections of sessions that were revoked where nobody could tell this node of it: by an operator's command, or on
 * another node while the two cannot hear each other.
 */
@Component
final class RevocationCheck {

    private final SessionDirectory directory;
    private final FindRevokedSessionsUseCase revokedSessions;

    RevocationCheck(SessionDirectory directory, FindRevokedSessionsUseCase revokedSessions) {
        this.directory = directory;
        this.revokedSessions = revokedSessions;
    }

    /** @throws io.chatty.domain.ChatException {@code TEMPORARILY_UNAVAILABLE} if the store does not answer */
    void run() {
        Set<SessionId> open = new HashSet<>();
        for (StompSession session : directory.all()) {
            Identity identity = session.identity();
            if (identity != null) {
                open.add(identity.session());
            }
        }
        if (open.isEmpty()) {
            return;
        }
        Set<SessionId> revoked = revokedSessions.find(open);
        for (StompSession session : directory.all()) {
            Identity identity = session.identity();
            if (identity != null && revoked.contains(identity.session())) {
                session.fail(ProblemCode.SESSION_REVOKED, null);
            }
        }
    }
}
