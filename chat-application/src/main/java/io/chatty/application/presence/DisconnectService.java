package io.chatty.application.presence;

import io.chatty.domain.ChatException;
import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.presence.LastSeenRepository;
import io.chatty.domain.presence.PresenceRegistry;
import io.chatty.domain.user.Account;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;

final class DisconnectService implements DisconnectUseCase {

    private final PresenceRegistry registry;
    private final LastSeenRepository lastSeen;
    private final Relations relations;
    private final PresenceAnnouncer announcer;
    private final Clock clock;

    DisconnectService(
            PresenceRegistry registry,
            LastSeenRepository lastSeen,
            Relations relations,
            PresenceAnnouncer announcer,
            Clock clock) {
        this.registry = registry;
        this.lastSeen = lastSeen;
        this.relations = relations;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** Of somebody whose account is deleted nothing is noted any more, and the end of an account ends its connections. */
    private void note(UserId user, Instant now) {
        try {
            if (relations.account(user).filter(Account::isDeleted).isPresent()) {
                return;
            }
        } catch (ChatException unavailable) {
            // Who was there before the store was away is noted once it is back.
        }
        lastSeen.save(user, now);
    }

    @Override
    public void disconnect(ConnectionId connection, Farewell farewell) {
        Instant now = clock.instant();
        Instant until = farewell == Farewell.LOST ? now.plus(LINGER) : now;
        registry.userOf(connection).ifPresent(user -> {
            note(user, now);
            announcer.around(user, () -> registry.leave(connection, now, until));
        });
    }
}
