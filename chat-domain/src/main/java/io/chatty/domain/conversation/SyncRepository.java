package io.chatty.domain.conversation;

import io.chatty.domain.user.UserId;
import java.time.Duration;
import java.util.List;

/**
 * Driven port: when something last happened in a person's conversations. Thread-safe. Every method may throw {@code
 * TEMPORARILY_UNAVAILABLE}.
 *
 * <p>A conversation has two times: that of its last message, and that of the last other thing that shows to the person
 * (opening, change of a message, mark, setting). They may lag and come late, so that the order of times is not the order in
 * which things become visible, but never by more than {@link #OVERLAP}: what becomes visible has a time that is at most so
 * much below every time that was visible before, whatever clocks do.
 */
public interface SyncRepository {

    /** 30 s by which the time of a message may lag, and 60 s for writes that take long and clocks that differ. */
    Duration OVERLAP = Duration.ofSeconds(90);

    /** The person's conversations with a time at most {@link #OVERLAP} below the newest time of any of them. */
    List<Footprint> recent(UserId user);

    /**
     * The times of the person's conversations, in their order; a conversation stands at both of its times.
     *
     * @param after exclusive
     * @param limit most places, from 1
     */
    List<SyncPlace> happened(UserId user, SyncPlace after, int limit);
}
