package io.chatty.testkit.conversation;

import io.chatty.domain.conversation.ChangeOutcome;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Footprint;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageChange;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.conversation.PeerMarks;
import io.chatty.domain.conversation.Settings;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conversations in memory, shared by the fakes of the ports that speak of them. Its monitor guards all of it. */
public final class FakeConversations {

    private static final int MOST_LAG_SECONDS = 30;

    private final Map<ConversationId, FakeConversation> conversations = new HashMap<>();
    private Instant latest = Instant.EPOCH;

    FakeConversation of(Participants participants) {
        return conversations.computeIfAbsent(participants.conversationId(), id -> new FakeConversation(participants));
    }

    /** The conversation, if there is a trace of it. */
    Optional<FakeConversation> find(ConversationId id) {
        return Optional.ofNullable(conversations.get(id));
    }

    /** The conversations that exist for a person. */
    List<FakeConversation> of(UserId viewer) {
        return conversations.values().stream()
                .filter(conversation -> conversation.existsFor(viewer))
                .toList();
    }

    /** All that there is a trace of between a person and somebody else. */
    List<FakeConversation> with(UserId person) {
        return conversations.values().stream()
                .filter(conversation -> conversation.participants.both().contains(person))
                .toList();
    }

    /** Those with whom a person has a message in common. */
    public synchronized List<UserId> acquaintancesOf(UserId person) {
        return of(person).stream()
                .filter(found -> found.lastSeq() > 0)
                .map(found -> found.participants.peerOf(person))
                .toList();
    }

    /** A time for something that happened; where a clock went far back, the latest one that was seen. */
    private Instant stamp(Instant at) {
        latest = at.isAfter(latest) ? at : latest;
        return at.isBefore(latest.minusSeconds(MOST_LAG_SECONDS)) ? latest : at;
    }

    /** All that is known of one pair. */
    final class FakeConversation {

        final Participants participants;
        final List<Message> messages = new ArrayList<>();
        private final Map<UserId, Instant> createdAt = new HashMap<>();
        private final Map<UserId, Marks> marks = new HashMap<>();
        private final Map<UserId, Marks> keptMarks = new HashMap<>();
        private final Map<UserId, Settings> settings = new HashMap<>();
        private final Map<UserId, Instant> touchedAt = new HashMap<>();
        private long rev;

        private FakeConversation(Participants participants) {
            this.participants = participants;
        }

        boolean existsFor(UserId viewer) {
            return createdAt.containsKey(viewer);
        }

        boolean open(UserId opener, Instant now) {
            boolean opened = createdAt.putIfAbsent(opener, now) == null;
            if (opened) {
                touch(opener, now);
            }
            return opened;
        }

        Message add(MessageDraft draft) {
            Message message = Message.compose(draft, participants.conversationId(), lastSeq() + 1, ++rev);
            messages.add(message);
            for (UserId user : List.of(participants.low(), participants.high())) {
                open(user, draft.sentAt());
                touch(user, draft.sentAt());
            }
            return message;
        }

        ChangeOutcome change(MessageChange change) {
            int place = (int) change.seq() - 1;
            Message before = messages.get(place);
            Message after = change.verb().apply(before);
            if (after.equals(before)) {
                return new ChangeOutcome.Unchanged(before);
            }
            messages.set(place, after.numbered(++rev));
            touch(participants.low(), change.at());
            touch(participants.high(), change.at());
            return new ChangeOutcome.Changed(messages.get(place));
        }

        long lastSeq() {
            return messages.size();
        }

        Head head() {
            return new Head(lastSeq(), rev);
        }

        Instant createdAt(UserId viewer) {
            return createdAt.getOrDefault(viewer, Instant.MIN);
        }

        Marks marks(UserId user) {
            return marks.getOrDefault(user, Marks.NONE);
        }

        @Nullable
        Marks keptMarks(UserId user) {
            return keptMarks.get(user);
        }

        void keepMarks() {
            participants.both().forEach(user -> keptMarks.put(user, marks(user)));
        }

        void mark(UserId user, Marks moved, Instant now, boolean shown) {
            marks.put(user, moved);
            touch(user, now);
            if (shown) {
                touch(participants.peerOf(user), now);
            }
        }

        Settings settings(UserId user) {
            return settings.getOrDefault(user, Settings.NONE);
        }

        void adjust(UserId user, Settings changed, Instant now) {
            settings.put(user, changed);
            touch(user, now);
        }

        Footprint footprint(UserId viewer) {
            UserId peer = participants.peerOf(viewer);
            return new Footprint(
                    participants.conversationId(),
                    touchedAt.getOrDefault(viewer, Instant.EPOCH),
                    rev,
                    marks(viewer),
                    new PeerMarks(peer, marks(peer), keptMarks(peer)),
                    settings(viewer).version());
        }

        void touch(UserId user, Instant at) {
            touchedAt.merge(user, stamp(at), (one, other) -> one.isAfter(other) ? one : other);
        }
    }
}
