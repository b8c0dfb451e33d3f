package io.chatty.application.presence;

import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.user.UserId;

/** A connection of a person has come up; its person is there. Thread-safe. */
public interface ConnectUseCase {

    void connect(ConnectionId connection, UserId user);
}
