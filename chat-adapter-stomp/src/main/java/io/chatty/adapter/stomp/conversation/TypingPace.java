package io.chatty.adapter.stomp.conversation;

import io.chatty.domain.conversation.ConversationId;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a session last showed of its typing, in the conversations where it did so last. Used by one thread at a time. */
final class TypingPace {

    private static final int MOST = 16;

    private final Map<ConversationId, Shown> last = new LinkedHashMap<>();

    /** Whether a signal is one too many: typing shown again within the interval, or an end that was shown already. */
    boolean isTooMuch(ConversationId conversation, boolean active, long now, long intervalNanos) {
        Shown before = last.get(conversation);
        if (active) {
            return before != null && now - before.startedAt() < intervalNanos;
        }
        return before != null && !before.active();
    }

    void shown(ConversationId conversation, boolean active, long now) {
        Shown before = last.remove(conversation);
        last.put(conversation, new Shown(active || before == null ? now : before.startedAt(), active));
        if (last.size() > MOST) {
            last.remove(last.keySet().iterator().next());
        }
    }

    private record Shown(long startedAt, boolean active) {}
}
