package io.chatty.wire;

import org.jspecify.annotations.Nullable;

/**
 * What everybody may know about a user.
 *
 * @param name absent once the account is deleted
 * @param deleted true then, else absent
 */
public record PersonResponse(
        String id, @Nullable String name, @Nullable Boolean deleted) {}
