package io.chatty.testkit.conversation;

import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.MarkRepository;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.conversation.PeerSight;
import io.chatty.domain.user.UserId;
import io.chatty.testkit.conversation.FakeConversations.FakeConversation;
import java.time.Instant;
import java.util.Optional;

/** Marks in memory. */
public final class FakeMarkRepository implements MarkRepository {

    private final FakeConversations conversations;

    public FakeMarkRepository(FakeConversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public Movement advance(ConversationId conversation, UserId user, MarkReport report, PeerSight sight, Instant now) {
        synchronized (conversations) {
            Optional<FakeConversation> existing = existing(conversation, user);
            if (existing.isEmpty()) {
                return new Movement(Marks.NONE, Marks.NONE);
            }
            Marks before = existing.get().marks(user);
            Marks after = before.advance(report, existing.get().lastSeq(), now);
            if (!after.equals(before)) {
                existing.get().mark(user, after, now, sight.shows(new Movement(before, after)));
            }
            return new Movement(before, after);
        }
    }

    @Override
    public void keep(Participants participants) {
        synchronized (conversations) {
            conversations.find(participants.conversationId()).ifPresent(FakeConversation::keepMarks);
        }
    }

    @Override
    public int unreadCount(ConversationId conversation, UserId user) {
        synchronized (conversations) {
            return existing(conversation, user)
                    .map(found -> unread(found, user))
                    .orElse(0);
        }
    }

    static int unread(FakeConversation conversation, UserId user) {
        long readSeq = conversation.marks(user).readSeq();
        return (int) conversation.messages.stream()
                .filter(message ->
                        message.seq() > readSeq && !message.senderId().equals(user) && !message.isDeleted())
                .limit(ConversationEntry.MAX_UNREAD)
                .count();
    }

    private Optional<FakeConversation> existing(ConversationId conversation, UserId user) {
        return conversations.find(conversation).filter(found -> found.existsFor(user));
    }
}
