package io.chatty.adapter.stomp.conversation;

import io.chatty.domain.conversation.ConversationId;
import java.util.LinkedHashMap;
import java.util.Map;

/** When a session last showed typing, in the conversations where it did so last. Used by one thread at a time. */
final class TypingPace {

    private static final int MOST = 16;

    private final Map<ConversationId, Long> shownAt = new LinkedHashMap<>();

    boolean isTooSoon(ConversationId conversation, long now, long intervalNanos) {
        Long last = shownAt.get(conversation);
        return last != null && now - last < intervalNanos;
    }

    void shown(ConversationId conversation, long now) {
        shownAt.remove(conversation);
        shownAt.put(conversation, now);
        if (shownAt.size() > MOST) {
            shownAt.remove(shownAt.keySet().iterator().next());
        }
    }
}
