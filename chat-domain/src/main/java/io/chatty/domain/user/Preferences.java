package io.chatty.domain.user;

import org.jspecify.annotations.Nullable;

/**
 * What a person lets others see.
 *
 * @param readReceipts whether the peer of a conversation sees how far this person has read
 * @param presence whether others see if this person is online, and this person if others are
 * @param discoverable whether those who have no message in common with this person find and address him
 */
public record Preferences(boolean readReceipts, boolean presence, boolean discoverable) {

    /** What everybody starts with: everything on, as in a room where people can see each other. */
    public static final Preferences DEFAULT = new Preferences(true, true, true);

    Preferences change(ProfileChange change) {
        return new Preferences(
                wanted(change.readReceipts(), readReceipts),
                wanted(change.presence(), presence),
                wanted(change.discoverable(), discoverable));
    }

    private static boolean wanted(@Nullable Boolean change, boolean current) {
        return change == null ? current : change;
    }
}
