package io.chatty.wire;

import io.chatty.domain.auth.SessionEvent;
import io.chatty.domain.conversation.ConversationEvent;
import io.chatty.domain.presence.PresenceEvent;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserEvent;
import io.chatty.domain.user.UserId;

/** An event and who hears of it. */
record Told(UserId recipient, Object event) {

    static Told to(User recipient, Object event) {
        return new Told(recipient.id(), event);
    }

    String encoded() {
        if (event instanceof ConversationEvent inConversation) {
            return Events.encode(inConversation, recipient);
        }
        if (event instanceof PresenceEvent ofPresence) {
            return Events.encode(ofPresence);
        }
        if (event instanceof UserEvent ofUser) {
            return Events.encode(ofUser);
        }
        if (event instanceof ServerDraining draining) {
            return Events.encode(draining);
        }
        return Events.encode((SessionEvent) event);
    }
}
