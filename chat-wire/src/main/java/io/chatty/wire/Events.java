package io.chatty.wire;

import io.chatty.domain.auth.SessionEvent;
import io.chatty.domain.conversation.ConversationEvent;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.conversation.MessageCreated;
import io.chatty.domain.conversation.ReceiptsUpdated;
import io.chatty.domain.conversation.TypingChanged;
import io.chatty.domain.presence.PresenceChanged;
import io.chatty.domain.presence.PresenceEvent;
import io.chatty.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Events as they are pushed, encoded once per person, however many connections the person has. Thread-safe. */
public final class Events {

    private Events() {}

    /** The JSON that tells the recipient of something in a conversation. */
    public static String encode(ConversationEvent event, UserId recipient) {
        if (event instanceof MessageCreated created) {
            return Json.write(new EventResponse(
                    "message.created",
                    created.at(),
                    created.conversationId().value(),
                    created.message().rev(),
                    new EventResponse.MessageContent(
                            Bodies.message(created.message(), recipient), conversation(created.conversation()))));
        }
        if (event instanceof ReceiptsUpdated updated) {
            return inConversation(
                    "receipts.updated", event, updated.conversationId(), BodyMapper.INSTANCE.receipts(updated));
        }
        if (event instanceof TypingChanged typing) {
            return inConversation(
                    "typing",
                    event,
                    typing.conversationId(),
                    new EventResponse.TypingContent(typing.userId().value(), typing.active()));
        }
        throw new IllegalArgumentException("no wire form for " + event.getClass());
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

    private static String inConversation(
            String type, ConversationEvent event, ConversationId conversation, Object content) {
        return Json.write(new EventResponse(type, event.at(), conversation.value(), null, content));
    }

    private static @Nullable ConversationResponse conversation(@Nullable ConversationView view) {
        return view == null ? null : Bodies.conversation(view);
    }
}
