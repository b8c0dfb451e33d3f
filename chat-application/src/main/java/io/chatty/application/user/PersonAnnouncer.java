package io.chatty.application.user;

import io.chatty.domain.ChatException;
import io.chatty.domain.user.AcquaintanceRepository;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.UserNotifier;
import io.chatty.domain.user.UserUpdated;
import java.time.Clock;

/** Decides who is told that a person is another one now: the person's own devices, and all with a message in common. */
final class PersonAnnouncer {

    private final AcquaintanceRepository acquaintances;
    private final UserNotifier notifier;
    private final Clock clock;

    PersonAnnouncer(AcquaintanceRepository acquaintances, UserNotifier notifier, Clock clock) {
        this.acquaintances = acquaintances;
        this.notifier = notifier;
        this.clock = clock;
    }

    void announce(Person person) {
        UserUpdated event = new UserUpdated(person, clock.instant());
        notifier.tell(person.id(), event);
        try {
            acquaintances.findAll(person.id()).forEach(acquaintance -> notifier.tell(acquaintance, event));
        } catch (ChatException unavailable) {
            // It is stored: whoever is not told now learns of it by the next sync.
        }
    }
}
