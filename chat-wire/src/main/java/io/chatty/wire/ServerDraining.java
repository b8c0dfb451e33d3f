package io.chatty.wire;

import java.time.Duration;
import java.time.Instant;

/**
 * The server is about to stop, which concerns every connection to it.
 *
 * @param reconnectAfter how long this connection is asked to wait before it is made anew
 */
public record ServerDraining(Duration reconnectAfter, Instant at) {}
