package io.chatty.testkit.conversation;

import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationPosition;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.UserId;
import io.chatty.testkit.conversation.FakeConversations.FakeConversation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conversations in memory. */
public final class FakeConversationRepository implements ConversationRepository {

    private static final Comparator<ConversationPosition> LIST_ORDER =
            Comparator.comparing(ConversationPosition::at).reversed().thenComparing(ConversationPosition::id);

    private final FakeConversations conversations;

    public FakeConversationRepository(FakeConversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public boolean open(Participants participants, UserId opener, Instant now) {
        synchronized (conversations) {
            return conversations.of(participants).open(opener, now);
        }
    }

    @Override
    public Optional<Participants> findParticipants(ConversationId conversation, UserId viewer) {
        synchronized (conversations) {
            return existing(conversation, viewer).map(found -> found.participants);
        }
    }

    @Override
    public Optional<ConversationEntry> find(ConversationId conversation, UserId viewer) {
        synchronized (conversations) {
            return existing(conversation, viewer).map(found -> entry(found, viewer));
        }
    }

    @Override
    public List<ConversationEntry> list(UserId viewer, @Nullable ConversationPosition after, int limit) {
        synchronized (conversations) {
            return conversations.of(viewer).stream()
                    .map(found -> entry(found, viewer))
                    .filter(entry -> after == null || LIST_ORDER.compare(entry.position(), after) > 0)
                    .sorted(Comparator.comparing(ConversationEntry::position, LIST_ORDER))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<UserId> acquaintancesOf(UserId user) {
        synchronized (conversations) {
            return conversations.of(user).stream()
                    .filter(found -> found.lastSeq() > 0)
                    .map(found -> found.participants.peerOf(user))
                    .toList();
        }
    }

    private Optional<FakeConversation> existing(ConversationId conversation, UserId viewer) {
        return conversations.find(conversation).filter(found -> found.existsFor(viewer));
    }

    private static ConversationEntry entry(FakeConversation conversation, UserId viewer) {
        long last = conversation.lastSeq();
        return new ConversationEntry(
                conversation.participants,
                viewer,
                conversation.createdAt(viewer),
                new Head(last, last),
                last == 0 ? null : conversation.messages.get((int) last - 1),
                conversation.marks(viewer),
                conversation.marks(conversation.participants.peerOf(viewer)),
                FakeMarkRepository.unread(conversation, viewer));
    }
}
