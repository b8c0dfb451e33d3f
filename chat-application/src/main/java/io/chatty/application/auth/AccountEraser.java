package io.chatty.application.auth;

import io.chatty.domain.user.AcquaintanceRepository;
import io.chatty.domain.user.BlockRepository;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserNotifier;
import io.chatty.domain.user.UserRepository;
import io.chatty.domain.user.UserUpdated;
import java.time.Clock;
import java.time.Instant;

/**
 * Decides how an account ends. The first write is the point of no return; each of the others can be done again, so that what
 * a crash cuts short is finished at the next start.
 */
final class AccountEraser {

    private final UserRepository users;
    private final BlockRepository blocks;
    private final AcquaintanceRepository acquaintances;
    private final Relations relations;
    private final SessionEnder ender;
    private final UserNotifier notifier;
    private final Clock clock;

    AccountEraser(AuthAssembly.People people, SessionEnder ender, UserNotifier notifier, Clock clock) {
        this.users = people.users();
        this.blocks = people.blocks();
        this.acquaintances = people.acquaintances();
        this.relations = people.relations();
        this.ender = ender;
        this.notifier = notifier;
        this.clock = clock;
    }

    /** Deletes an account; one that is deleted stays so. */
    void erase(UserId user) {
        users.delete(user, clock.instant());
        finish(user);
    }

    /** Does again all that follows the deletion of an account. */
    void finish(UserId user) {
        ender.endAll(user, null);
        blocks.removeAllOf(user);
        relations.deleted(user);
        tellAcquaintances(user);
        users.finishDeletion(user);
    }

    private void tellAcquaintances(UserId user) {
        Instant now = clock.instant();
        UserUpdated event = new UserUpdated(new Person(user, null), now);
        acquaintances.findAll(user).forEach(acquaintance -> notifier.tell(acquaintance, event));
    }
}
