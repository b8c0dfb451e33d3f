package io.chatty.domain.user;

import java.time.Instant;

/** A place in a person's list of blocks, which is ordered by time, newest first, then by id. */
public record BlockPosition(Instant since, UserId blocked) {}
