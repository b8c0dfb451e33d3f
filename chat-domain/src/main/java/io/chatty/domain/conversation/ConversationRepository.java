package io.chatty.domain.conversation;

import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Driven port: the conversations, kept durably. Thread-safe. What a call has stored, every later call sees.
 *
 * <p>Until its first message a conversation exists only for the one who opened it. Nobody but its two people learns of
 * it: for all others every method answers as if it did not exist. Every method may throw
 * {@code TEMPORARILY_UNAVAILABLE}.
 */
public interface ConversationRepository {

    /**
     * Opens the conversation of two people for one of them.
     *
     * @return whether this call opened it; false if it existed for the opener. Of many at once exactly one is true
     */
    boolean open(Participants participants, UserId opener, Instant now);

    /** The two people of a conversation, if it exists for the viewer. */
    Optional<Participants> findParticipants(ConversationId conversation, UserId viewer);

    /** Those of the conversations that exist for the viewer, in no order. */
    List<ConversationEntry> findAll(Collection<ConversationId> conversations, UserId viewer);

    default Optional<ConversationEntry> find(ConversationId conversation, UserId viewer) {
        return findAll(List.of(conversation), viewer).stream().findFirst();
    }

    /**
     * A page of the viewer's list, ordered by {@link ConversationPosition}.
     *
     * @param after the last entry of the page before, or null for the first page
     * @param limit most entries, from 1
     */
    List<ConversationEntry> list(
            UserId viewer, ConversationFilter filter, @Nullable ConversationPosition after, int limit);

    /**
     * Changes a person's settings, see {@link Settings#change}. Of changes at once none is lost.
     *
     * @return whether they changed; false also if the conversation does not exist for the person
     */
    boolean changeSettings(ConversationId conversation, UserId user, SettingsChange change, Instant now);

    /**
     * Notes, for a person for whom the conversation exists, that what is his own here changed otherwise than by {@link
     * #changeSettings}: the version of his settings grows by one.
     *
     * @return whether the conversation exists for the person
     */
    boolean countChange(ConversationId conversation, UserId user, Instant now);

    /**
     * Notes that what people see of each other changed, in every conversation of a person and somebody else, for those of the
     * two for whom it exists: also where it is empty and only the other one has opened it.
     *
     * @return the people it was noted for
     */
    Set<UserId> touchAll(UserId person, Instant now);

    /** As {@link #touchAll}, but only in conversations without a message. */
    Set<UserId> touchEmpty(UserId person, Instant now);
}
