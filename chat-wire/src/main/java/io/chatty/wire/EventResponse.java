package io.chatty.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is pushed to a person's connections. Each kind of event fills the fields that its type says. */
record EventResponse(
        String type,
        Instant at,
        @Nullable String conversationId,
        @Nullable Long rev,
        @JsonUnwrapped Object content) {

    record MessageContent(MessageResponse message, @Nullable ConversationResponse conversation) {}

    record ReceiptsContent(
            String userId,
            @Nullable Long readSeq,
            @Nullable Instant readAt,
            long deliveredSeq,
            @Nullable Instant deliveredAt,
            @Nullable Integer unreadCount) {}

    record UserContent(PersonResponse user) {}

    record TypingContent(String userId, boolean active) {}

    record SettingsContent(ConversationResponse.MeInConversation me) {}

    record SyncContent(long withinMs) {}

    record DrainingContent(long reconnectAfterMs) {}

    record SessionContent(String sessionId) {}
}
