package io.chatty.domain.conversation;

import io.chatty.domain.conversation.MarkRepository.Movement;
import io.chatty.domain.user.Relation;

/** How much of a person's marks the peer is shown at the moment they move. */
public enum PeerSight {

    /** A block stands between the two: the peer sees what was kept when it began. */
    NOTHING,

    /** One of the two does not share how far people read. */
    DELIVERED,

    ALL;

    /** What each of two people is shown of the other. */
    public static PeerSight of(Relation relation) {
        if (relation.isBlocked()) {
            return NOTHING;
        }
        return relation.showsReading() ? ALL : DELIVERED;
    }

    /** Whether the peer sees anything of a movement. */
    public boolean shows(Movement movement) {
        return switch (this) {
            case NOTHING -> false;
            case DELIVERED -> movement.deliveredMoved();
            case ALL -> movement.moved();
        };
    }
}
