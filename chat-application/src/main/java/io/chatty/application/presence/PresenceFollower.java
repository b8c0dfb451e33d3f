package io.chatty.application.presence;

import io.chatty.domain.ChatException;
import io.chatty.domain.presence.LastSeenRepository;
import io.chatty.domain.presence.PresenceRegistry;
import io.chatty.domain.user.RelationEvent;
import io.chatty.domain.user.RelationEvent.AccountChanged;
import io.chatty.domain.user.RelationEvent.BlockChanged;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserId;
import java.util.Set;
import java.util.function.Consumer;

/** Decides who is told of presence again when what stands between people changes. */
final class PresenceFollower implements Consumer<RelationEvent> {

    private final PresenceRegistry registry;
    private final LastSeenRepository lastSeen;
    private final PresenceAnnouncer announcer;
    private final Relations relations;

    PresenceFollower(
            PresenceRegistry registry, LastSeenRepository lastSeen, PresenceAnnouncer announcer, Relations relations) {
        this.registry = registry;
        this.lastSeen = lastSeen;
        this.announcer = announcer;
        this.relations = relations;
    }

    @Override
    public void accept(RelationEvent event) {
        if (event instanceof AccountChanged changed) {
            follow(changed.person());
        } else if (event instanceof BlockChanged changed) {
            tell(changed.blocker(), changed.blocked());
            tell(changed.blocked(), changed.blocker());
        }
    }

    private void follow(UserId person) {
        if (relations.account(person).filter(account -> !account.isDeleted()).isEmpty()) {
            lastSeen.forget(person);
        }
        tellSafely(() -> {
            registry.watchersOf(person)
                    .forEach((watcher, viewer) -> announcer.tellNow(watcher, viewer, Set.of(person)));
            registry.watchedBy(person).forEach((watcher, people) -> announcer.tellNow(watcher, person, people));
        });
    }

    /** Tells those connections of a viewer that watch a person. */
    private void tell(UserId viewer, UserId person) {
        tellSafely(() -> registry.watchersOf(person).forEach((watcher, watching) -> {
            if (watching.equals(viewer)) {
                announcer.tellNow(watcher, viewer, Set.of(person));
            }
        }));
    }

    /** What changed is stored: that somebody cannot be told of it now takes nothing back. */
    private static void tellSafely(Runnable telling) {
        try {
            telling.run();
        } catch (ChatException unavailable) {
            // A connection asks again when it connects again, which it does once the store is back.
        }
    }
}
