package io.chatty.domain.conversation;

import org.jspecify.annotations.Nullable;

/** What a person wants to set in a conversation; null leaves a setting as it is. */
public record SettingsChange(
        @Nullable Boolean muted,
        @Nullable Boolean archived,
        @Nullable Boolean pinned,
        @Nullable Boolean markedUnread) {}
