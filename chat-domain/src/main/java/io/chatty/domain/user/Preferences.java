package io.chatty.domain.user;

/**
 * What a person lets others see.
 *
 * @param readReceipts whether the peer of a conversation sees how far this person has read
 * @param presence whether others see if this person is online
 * @param discoverable whether the directory lists this person
 */
public record Preferences(boolean readReceipts, boolean presence, boolean discoverable) {

    /** What everybody starts with: everything on, as in a room where people can see each other. */
    public static final Preferences DEFAULT = new Preferences(true, true, true);
}
