package io.chatty.domain.conversation;

import io.chatty.domain.user.Relation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether anything has happened in a conversation of a person: no change that the person sees leaves all of it as
 * it was.
 *
 * @param at the later of its two times, see {@link SyncRepository}
 * @param rev of the conversation
 * @param settingsVersion of the person
 */
public record Footprint(
        ConversationId conversation, Instant at, long rev, Marks ownMarks, PeerMarks peerMarks, long settingsVersion) {

    /**
     * The same without what the person is not shown, so that it stays as it is when only that changes.
     *
     * @param relation between the person and the peer; null if nothing is known of the peer
     */
    Footprint shown(@Nullable Relation relation) {
        Marks shown = relation == null ? Marks.NONE : peerMarks.shown(relation).visible();
        PeerMarks visible = new PeerMarks(peerMarks.peer(), shown, null);
        return new Footprint(conversation, at, rev, ownMarks, visible, settingsVersion);
    }
}
