package io.chatty.testkit.conversation;

import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationFilter;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationPosition;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.conversation.Settings;
import io.chatty.domain.conversation.SettingsChange;
import io.chatty.domain.user.UserId;
import io.chatty.testkit.conversation.FakeConversations.FakeConversation;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
    public List<ConversationEntry> findAll(Collection<ConversationId> ids, UserId viewer) {
        synchronized (conversations) {
            return ids.stream()
                    .flatMap(id -> existing(id, viewer).stream())
                    .map(found -> entry(found, viewer))
                    .toList();
        }
    }

    @Override
    public List<ConversationEntry> list(
            UserId viewer, ConversationFilter filter, @Nullable ConversationPosition after, int limit) {
        synchronized (conversations) {
            return conversations.of(viewer).stream()
                    .map(found -> entry(found, viewer))
                    .filter(entry -> entry.archived() == (filter == ConversationFilter.ARCHIVED))
                    .filter(entry -> after == null || LIST_ORDER.compare(entry.position(), after) > 0)
                    .sorted(Comparator.comparing(ConversationEntry::position, LIST_ORDER))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public boolean changeSettings(ConversationId id, UserId user, SettingsChange change, Instant now) {
        synchronized (conversations) {
            return existing(id, user)
                    .map(found -> change(found, user, change, now))
                    .orElse(false);
        }
    }

    @Override
    public boolean countChange(ConversationId id, UserId user, Instant now) {
        synchronized (conversations) {
            Optional<FakeConversation> found = existing(id, user);
            found.ifPresent(conversation -> conversation.adjust(user, counted(conversation.settings(user)), now));
            return found.isPresent();
        }
    }

    private static Settings counted(Settings settings) {
        return new Settings(
                settings.muted(),
                settings.pinned(),
                settings.archivedAt(),
                settings.markedUnreadAt(),
                settings.version() + 1);
    }

    @Override
    public Set<UserId> touchAll(UserId person, Instant now) {
        return touch(person, now, found -> true);
    }

    @Override
    public Set<UserId> touchEmpty(UserId person, Instant now) {
        return touch(person, now, found -> found.lastSeq() == 0);
    }

    private Set<UserId> touch(UserId person, Instant now, Predicate<FakeConversation> which) {
        Set<UserId> touched = new HashSet<>();
        synchronized (conversations) {
            for (FakeConversation found : conversations.with(person)) {
                if (which.test(found)) {
                    found.participants.both().stream().filter(found::existsFor).forEach(user -> {
                        found.touch(user, now);
                        touched.add(user);
                    });
                }
            }
        }
        return touched;
    }

    private Optional<FakeConversation> existing(ConversationId conversation, UserId viewer) {
        return conversations.find(conversation).filter(found -> found.existsFor(viewer));
    }

    private static boolean change(FakeConversation conversation, UserId user, SettingsChange change, Instant now) {
        Settings before = conversation.settings(user);
        Settings after = before.change(
                change, conversation.lastSeq(), conversation.marks(user).readSeq());
        if (after.equals(before)) {
            return false;
        }
        conversation.adjust(user, after, now);
        return true;
    }

    private static ConversationEntry entry(FakeConversation conversation, UserId viewer) {
        int count = conversation.messages.size();
        return new ConversationEntry(
                conversation.participants,
                viewer,
                conversation.createdAt(viewer),
                conversation.head(),
                count == 0 ? null : conversation.messages.get(count - 1),
                conversation.marks(viewer),
                conversation.marks(conversation.participants.peerOf(viewer)),
                conversation.keptMarks(conversation.participants.peerOf(viewer)),
                conversation.settings(viewer),
                FakeMarkRepository.unread(conversation, viewer));
    }
}
