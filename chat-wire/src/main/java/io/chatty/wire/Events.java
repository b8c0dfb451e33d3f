package io.chatty.wire;

import io.chatty.domain.auth.SessionEvent;
import io.chatty.domain.conversation.ConversationEvent;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationUpdated;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.conversation.MessageCreated;
import io.chatty.domain.conversation.MessageDeleted;
import io.chatty.domain.conversation.MessageEvent;
import io.chatty.domain.conversation.ReceiptsUpdated;
import io.chatty.domain.conversation.SyncRequired;
import io.chatty.domain.conversation.TypingChanged;
import io.chatty.domain.presence.PresenceChanged;
import io.chatty.domain.presence.PresenceEvent;
import io.chatty.domain.user.UserEvent;
import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserUpdated;

/** Events as they are pushed, encoded once per person, however many connections the person has. Thread-safe. */
public final class Events {

    private Events() {}

    /** The JSON that tells the recipient of something in a conversation. */
    public static String encode(ConversationEvent event, UserId recipient) {
        if (event instanceof MessageEvent message) {
            return ofMessage(message, recipient);
        }
        if (event instanceof ReceiptsUpdated updated) {
            return inConversation("receipts.updated", event, updated.conversationId(), receipts(updated));
        }
        if (event instanceof ConversationUpdated updated) {
            return inConversation(
                    "conversation.updated",
                    event,
                    updated.conversationId(),
                    new EventResponse.SettingsContent(Bodies.mine(updated.entry(), updated.blocked())));
        }
        if (event instanceof TypingChanged typing) {
            return inConversation(
                    "typing",
                    event,
                    typing.conversationId(),
                    new EventResponse.TypingContent(typing.userId().value(), typing.active()));
        }
        if (event instanceof SyncRequired required) {
            return Json.write(new EventResponse(
                    "sync.required",
                    event.at(),
                    null,
                    null,
                    new EventResponse.SyncContent(required.within().toMillis())));
        }
        throw new IllegalArgumentException("no wire form for " + event.getClass());
    }

    private static String ofMessage(MessageEvent event, UserId recipient) {
        ConversationView firstSight = event instanceof MessageCreated created ? created.conversation() : null;
        return Json.write(new EventResponse(
                type(event),
                event.at(),
                event.conversationId().value(),
                event.message().rev(),
                new EventResponse.MessageContent(
                        Bodies.message(event.message(), recipient),
                        firstSight == null ? null : Bodies.conversation(firstSight))));
    }

    private static String type(MessageEvent event) {
        if (event instanceof MessageCreated) {
            return "message.created";
        }
        return event instanceof MessageDeleted ? "message.deleted" : "message.updated";
    }

    private static EventResponse.ReceiptsContent receipts(ReceiptsUpdated event) {
        MarksResponse marks = Bodies.marks(event.marks());
        return new EventResponse.ReceiptsContent(
                event.userId().value(),
                marks.readSeq(),
                marks.readAt(),
                marks.deliveredSeq(),
                marks.deliveredAt(),
                event.unreadCount());
    }

    /** The JSON that tells a person's connections of a user who is another one now. */
    public static String encode(UserEvent event) {
        UserUpdated updated = (UserUpdated) event;
        return Json.write(new EventResponse(
                "user.updated",
                event.at(),
                null,
                null,
                new EventResponse.UserContent(Bodies.person(updated.person()))));
    }

    /** The JSON that tells a watching connection of a person's presence. */
    public static String encode(PresenceEvent event) {
        PresenceChanged changed = (PresenceChanged) event;
        return Json.write(
                new EventResponse("presence.changed", event.at(), null, null, Bodies.presence(changed.presence())));
    }

    /** The JSON that tells a person's remaining connections that a session is over. */
    public static String encode(SessionEvent event) {
        return Json.write(new EventResponse(
                "session.revoked",
                event.at(),
                null,
                null,
                new EventResponse.SessionContent(event.sessionId().value())));
    }

    /** The JSON that tells a connection that it will be closed. */
    public static String encode(ServerDraining event) {
        return Json.write(new EventResponse(
                "server.draining",
                event.at(),
                null,
                null,
                new EventResponse.DrainingContent(event.reconnectAfter().toMillis())));
    }

    private static String inConversation(
            String type, ConversationEvent event, ConversationId conversation, Object content) {
        return Json.write(new EventResponse(type, event.at(), conversation.value(), null, content));
    }
}
