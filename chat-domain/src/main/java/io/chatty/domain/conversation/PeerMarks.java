package io.chatty.domain.conversation;

import io.chatty.domain.user.Relation;
import io.chatty.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * The marks of a person's peer as they are stored.
 *
 * @param peer whose marks
 * @param kept what was {@linkplain MarkRepository#keep kept} of them, or null
 */
public record PeerMarks(UserId peer, Marks marks, @Nullable Marks kept) {

    /** What the person is shown of them: while a block stands, what was kept when it began. */
    public ShownMarks shown(Relation relation) {
        return new ShownMarks(relation.isBlocked() && kept != null ? kept : marks, relation.showsReading());
    }
}
