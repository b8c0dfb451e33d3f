package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.MarkRepository;
import io.chatty.domain.conversation.MarkRepository.Movement;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.conversation.ReceiptsUpdated;
import io.chatty.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;

/** Decides who is told how far a person has come. */
final class MarkAdvancer {

    private final MarkRepository marks;
    private final ConversationNotifier notifier;
    private final Clock clock;

    MarkAdvancer(MarkRepository marks, ConversationNotifier notifier, Clock clock) {
        this.marks = marks;
        this.notifier = notifier;
        this.clock = clock;
    }

    /**
     * Advances the marks and tells both people, each in his own words, if that moved anything.
     *
     * @return the marks as they are now
     */
    Marks advance(Participants participants, UserId user, MarkReport report) {
        ConversationId conversation = participants.conversationId();
        Instant now = clock.instant();
        Movement movement = marks.advance(conversation, user, report, now);
        if (movement.moved()) {
            int unread = marks.unreadCount(conversation, user);
            notifier.tell(user, new ReceiptsUpdated(conversation, user, movement.after(), unread, now));
            notifier.tell(
                    participants.peerOf(user), new ReceiptsUpdated(conversation, user, movement.after(), null, now));
        }
        return movement.after();
    }
}
