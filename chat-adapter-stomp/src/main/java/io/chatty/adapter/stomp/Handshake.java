package io.chatty.adapter.stomp;

import io.chatty.domain.ClientAddress;
import io.chatty.domain.auth.SessionToken;
import io.chatty.domain.presence.ConnectionId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a connection before its first frame.
 *
 * @param address where it comes from, for counting
 * @param cookieToken token of the session cookie, where the handshake may use it, else null
 */
record Handshake(
        ConnectionId connection,
        ClientAddress address,
        @Nullable SessionToken cookieToken) {}
