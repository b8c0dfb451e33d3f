package io.chatty.domain.user;

import org.jspecify.annotations.Nullable;

/** What a person wants to be called and to let others see; null leaves it as it is. */
public record ProfileChange(
        @Nullable DisplayName name,
        @Nullable Boolean readReceipts,
        @Nullable Boolean presence,
        @Nullable Boolean discoverable) {}
