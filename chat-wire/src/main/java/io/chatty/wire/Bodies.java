package io.chatty.wire;

import io.chatty.application.conversation.Receipts;
import io.chatty.domain.auth.Session;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.Reaction;
import io.chatty.domain.conversation.ShownMarks;
import io.chatty.domain.presence.Presence;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserId;
import io.chatty.wire.ConversationResponse.MeInConversation;
import io.chatty.wire.MessageResponse.ReactionResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What both transports answer, made of domain values. Thread-safe. */
public final class Bodies {

    private static final String TEXT = "text";
    private static final String DIRECT = "direct";

    private Bodies() {}

    public static PersonResponse person(Person person) {
        DisplayName name = person.name();
        return new PersonResponse(person.id().value(), name == null ? null : name.value(), name == null ? true : null);
    }

    public static MeResponse me(User user) {
        return BodyMapper.INSTANCE.me(user);
    }

    /** @param current whether the session is the one that asks */
    public static SessionResponse session(Session session, boolean current) {
        return BodyMapper.INSTANCE.session(session, current);
    }

    public static PresenceResponse presence(Presence presence) {
        return BodyMapper.INSTANCE.presence(presence);
    }

    public static ReceiptsResponse receipts(Receipts receipts) {
        return BodyMapper.INSTANCE.receipts(receipts.marks(), receipts.unreadCount());
    }

    /** A message as the viewer sees it: the client message id is the sender's own business. */
    public static MessageResponse message(Message message, UserId viewer) {
        return new MessageResponse(
                message.conversationId().value(),
                TEXT,
                message.seq(),
                message.rev(),
                message.senderId().value(),
                message.senderId().equals(viewer) ? message.clientMessageId().value() : null,
                message.text() == null ? null : message.text().value(),
                message.replyTo(),
                message.isDeleted() ? null : reactions(message),
                message.sentAt(),
                message.editedAt(),
                message.deletedAt());
    }

    /** Grouped by emoji, each where it was first used. */
    private static List<ReactionResponse> reactions(Message message) {
        Map<String, List<String>> people = new LinkedHashMap<>();
        for (Reaction reaction : message.reactions()) {
            people.computeIfAbsent(reaction.emoji().value(), emoji -> new ArrayList<>())
                    .add(reaction.userId().value());
        }
        return people.entrySet().stream()
                .map(emoji -> new ReactionResponse(emoji.getKey(), List.copyOf(emoji.getValue())))
                .toList();
    }

    public static ConversationResponse conversation(ConversationView view) {
        ConversationEntry entry = view.entry();
        return new ConversationResponse(
                entry.id().value(),
                DIRECT,
                person(view.peer()),
                entry.head().lastSeq(),
                entry.head().rev(),
                lastMessage(entry),
                entry.unreadCount(),
                mine(entry, view.blocked()),
                marks(view.peerMarks()),
                view.canSend(),
                entry.createdAt());
    }

    private static @Nullable MessageResponse lastMessage(ConversationEntry entry) {
        Message last = entry.lastMessage();
        return last == null ? null : message(last, entry.owner());
    }

    static MarksResponse marks(ShownMarks shown) {
        Marks marks = shown.marks();
        return new MarksResponse(
                shown.readShown() ? marks.readSeq() : null,
                shown.readShown() ? marks.readAt() : null,
                marks.deliveredSeq(),
                marks.deliveredAt());
    }

    static MeInConversation mine(ConversationEntry entry, boolean blocked) {
        return new MeInConversation(
                entry.ownMarks().readSeq(),
                entry.ownMarks().deliveredSeq(),
                entry.settings().muted(),
                entry.archived(),
                entry.settings().pinned(),
                entry.markedUnread(),
                blocked,
                entry.ownVersion());
    }
}
