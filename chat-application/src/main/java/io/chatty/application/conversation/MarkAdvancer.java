package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.MarkRepository;
import io.chatty.domain.conversation.MarkRepository.Movement;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.conversation.PeerSight;
import io.chatty.domain.conversation.ReceiptsUpdated;
import io.chatty.domain.conversation.ShownMarks;
import io.chatty.domain.user.Relation;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Decides who is told how far a person has come. */
final class MarkAdvancer {

    private final MarkRepository marks;
    private final Relations relations;
    private final ConversationNotifier notifier;
    private final Clock clock;

    MarkAdvancer(MarkRepository marks, Relations relations, ConversationNotifier notifier, Clock clock) {
        this.marks = marks;
        this.relations = relations;
        this.notifier = notifier;
        this.clock = clock;
    }

    /**
     * Advances the marks and tells both people, each in his own words and the peer only what is shown to him, if that moved
     * anything. What is decided here by a preference or block that ends this moment is found all the same: a sync looks for
     * what is shown, see {@link io.chatty.domain.conversation.SyncReader}.
     *
     * @return the marks as they are now
     */
    Marks advance(Participants participants, UserId user, MarkReport report) {
        ConversationId conversation = participants.conversationId();
        Instant now = clock.instant();
        Optional<Relation> relation = relations.between(user, participants.peerOf(user));
        PeerSight sight = relation.map(PeerSight::of).orElse(PeerSight.NOTHING);
        Movement movement = marks.advance(conversation, user, report, sight, now);
        if (movement.moved()) {
            int unread = marks.unreadCount(conversation, user);
            ShownMarks own = new ShownMarks(movement.after(), true);
            notifier.tell(user, new ReceiptsUpdated(conversation, user, own, unread, now));
            if (sight.shows(movement) && relation.filter(Relation::isOpen).isPresent()) {
                ShownMarks shown = new ShownMarks(movement.after(), sight == PeerSight.ALL);
                notifier.tell(participants.peerOf(user), new ReceiptsUpdated(conversation, user, shown, null, now));
            }
        }
        return movement.after();
    }
}
