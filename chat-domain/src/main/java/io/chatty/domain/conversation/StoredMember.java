package io.chatty.domain.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a store keeps for one person of a conversation.
 *
 * @param user null if the store does not know who that is
 * @param openedAt where the conversation stood in the person's list before its first message; null if it was not opened
 * @param listedAt where it stands in the person's list; null if it does not
 * @param keptMarks the marks that the other one is shown instead, or null
 */
public record StoredMember(
        @Nullable String user,
        @Nullable Instant openedAt,
        @Nullable Instant listedAt,
        Marks marks,
        @Nullable Marks keptMarks,
        Settings settings) {}
