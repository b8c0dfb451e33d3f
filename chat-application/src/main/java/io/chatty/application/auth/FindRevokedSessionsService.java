package io.chatty.application.auth;

import io.chatty.domain.auth.SessionId;
import io.chatty.domain.auth.SessionRepository;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

final class FindRevokedSessionsService implements FindRevokedSessionsUseCase {

    private static final int MOST_AT_ONCE = 1_000;

    private final SessionRepository sessions;

    FindRevokedSessionsService(SessionRepository sessions) {
        this.sessions = sessions;
    }

    @Override
    public Set<SessionId> find(Collection<SessionId> asked) {
        List<SessionId> all = List.copyOf(asked);
        Set<SessionId> revoked = new HashSet<>();
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            revoked.addAll(sessions.findRevoked(all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE))));
        }
        return revoked;
    }
}
