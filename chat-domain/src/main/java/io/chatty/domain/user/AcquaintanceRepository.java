package io.chatty.domain.user;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Driven port: who has a message in common with whom. Thread-safe. Every method may throw {@code TEMPORARILY_UNAVAILABLE}.
 */
public interface AcquaintanceRepository {

    /** Those of the others with whom the person has a message in common, deleted or not. Once it is so, it stays so. */
    Set<UserId> findAmong(UserId person, Collection<UserId> others);

    /** All with whom the person has a message in common. */
    List<UserId> findAll(UserId person);
}
