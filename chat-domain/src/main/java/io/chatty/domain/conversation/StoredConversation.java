package io.chatty.domain.conversation;

import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a store keeps of a conversation beside its messages.
 *
 * @param participants null if only messages are kept
 * @param activeAt where it stands in the lists of its people; null if it stands in none
 * @param marks of its people; those who reported nothing may be missing
 */
public record StoredConversation(
        ConversationId id,
        @Nullable Participants participants,
        @Nullable Instant activeAt,
        Map<UserId, Marks> marks) {}
