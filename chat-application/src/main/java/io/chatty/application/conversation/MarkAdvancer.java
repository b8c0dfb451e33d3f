package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.MarkRepository;
import io.chatty.domain.conversation.MarkRepository.Movement;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.conversation.ReceiptsUpdated;
import io.chatty.domain.conversation.ShownMarks;
import io.chatty.domain.user.Relation;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;

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
     * anything.
     *
     * @return the marks as they are now
     */
    Marks advance(Participants participants, UserId user, MarkReport report) {
        ConversationId conversation = participants.conversationId();
        Instant now = clock.instant();
        Movement movement = marks.advance(conversation, user, report, now);
        if (movement.moved()) {
            int unread = marks.unreadCount(conversation, user);
            ShownMarks own = new ShownMarks(movement.after(), true);
            notifier.tell(user, new ReceiptsUpdated(conversation, user, own, unread, now));
            tellPeer(participants, user, movement, now);
        }
        return movement.after();
    }

    private void tellPeer(Participants participants, UserId user, Movement movement, Instant now) {
        UserId peer = participants.peerOf(user);
        relations.between(user, peer).filter(Relation::isOpen).ifPresent(relation -> {
            boolean reading = relation.showsReading();
            if (reading || movement.deliveredMoved()) {
                ShownMarks shown = new ShownMarks(movement.after(), reading);
                notifier.tell(peer, new ReceiptsUpdated(participants.conversationId(), user, shown, null, now));
            }
        });
    }
}
