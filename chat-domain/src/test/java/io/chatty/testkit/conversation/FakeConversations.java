package io.chatty.testkit.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conversations in memory, shared by the fakes of the ports that speak of them. Its monitor guards all of it. */
public final class FakeConversations {

    private final Map<ConversationId, FakeConversation> conversations = new HashMap<>();

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

    /** All that is known of one pair. */
    static final class FakeConversation {

        final Participants participants;
        final List<Message> messages = new ArrayList<>();
        private final Map<UserId, Instant> createdAt = new HashMap<>();
        private final Map<UserId, Marks> marks = new HashMap<>();

        private FakeConversation(Participants participants) {
            this.participants = participants;
        }

        boolean existsFor(UserId viewer) {
            return createdAt.containsKey(viewer);
        }

        boolean open(UserId opener, Instant now) {
            return createdAt.putIfAbsent(opener, now) == null;
        }

        Message add(MessageDraft draft) {
            long number = lastSeq() + 1;
            Message message = Message.compose(draft, participants.conversationId(), number, number);
            messages.add(message);
            open(participants.low(), draft.sentAt());
            open(participants.high(), draft.sentAt());
            return message;
        }

        long lastSeq() {
            return messages.size();
        }

        Instant createdAt(UserId viewer) {
            return createdAt.getOrDefault(viewer, Instant.MIN);
        }

        Marks marks(UserId user) {
            return marks.getOrDefault(user, Marks.NONE);
        }

        void mark(UserId user, Marks moved) {
            marks.put(user, moved);
        }
    }
}
