package io.chatty.domain.user;

import org.jspecify.annotations.Nullable;

/**
 * Which page of the directory is wanted.
 *
 * @param viewer who asks, and is left out
 * @param prefix folded beginning of a word of the name, or null for everybody
 * @param after the last entry of the page before, or null for the first page
 * @param limit most entries of the page, from 1
 */
public record DirectoryQuery(
        UserId viewer, @Nullable NameKey prefix, @Nullable DirectoryPosition after, int limit) {}
