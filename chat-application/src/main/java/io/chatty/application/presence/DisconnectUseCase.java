package io.chatty.application.presence;

import io.chatty.domain.presence.ConnectionId;
import java.time.Duration;

/** A connection is gone. Thread-safe. */
public interface DisconnectUseCase {

    /** How long a person whose connection just went away still counts as there: a reload of a page does not flicker. */
    Duration LINGER = Duration.ofSeconds(10);

    /** Ignored for a connection that is unknown or already gone. */
    void disconnect(ConnectionId connection, Farewell farewell);

    /** How a connection ended. */
    enum Farewell {
        /** It said so, or it was given up after a long silence: nobody comes back. */
        GONE,
        /** It just broke off: its person may be back within {@link #LINGER}. */
        LOST
    }
}
