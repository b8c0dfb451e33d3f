package io.chatty.adapter.mongo.auth;

import io.chatty.domain.auth.ClientLabel;
import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionId;
import io.chatty.domain.auth.TokenHash;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A session as it is stored.
 *
 * @param tokenHash unique
 */
@Document("sessions")
record SessionDocument(
        String id,
        String userId,
        String tokenHash,
        @Nullable String client,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    static SessionDocument of(Session session) {
        return new SessionDocument(
                session.id().value(),
                session.userId().value(),
                session.tokenHash().value(),
                session.client() == null ? null : session.client().value(),
                session.createdAt(),
                session.lastSeenAt(),
                session.expiresAt(),
                session.revokedAt());
    }

    Session session() {
        return new Session(
                new SessionId(id),
                new UserId(userId),
                new TokenHash(tokenHash),
                client == null ? null : new ClientLabel(client),
                createdAt,
                lastSeenAt,
                expiresAt,
                revokedAt);
    }

    @Override
    public String toString() {
        return "SessionDocument[id=" + id + "]";
    }
}
