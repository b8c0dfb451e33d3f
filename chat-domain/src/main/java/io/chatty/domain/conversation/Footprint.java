package io.chatty.domain.conversation;

import java.time.Instant;

/**
 * What tells whether anything has happened in a conversation of a person: no change leaves all of it as it was.
 *
 * @param at the later of its two times, see {@link SyncRepository}
 * @param rev of the conversation
 * @param settingsVersion of the person
 */
public record Footprint(
        ConversationId conversation, Instant at, long rev, Marks ownMarks, Marks peerMarks, long settingsVersion) {}
