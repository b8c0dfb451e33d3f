package io.chatty.adapter.stomp;

import io.chatty.application.presence.ConnectUseCase;
import io.chatty.application.presence.DisconnectUseCase;
import io.chatty.application.presence.DisconnectUseCase.Farewell;
import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.user.UserId;

/**
 * Says that a connection is there and, once, that it is gone: never that it came after it went, however the two race.
 * Thread-safe. What it calls may wait for locks that are held while other connections are told, so it must never be
 * called from where connections are told.
 */
final class Attendance {

    private final ConnectionId connection;
    private final ConnectUseCase connect;
    private final DisconnectUseCase disconnect;
    private boolean here;
    private boolean gone;

    Attendance(ConnectionId connection, ConnectUseCase connect, DisconnectUseCase disconnect) {
        this.connection = connection;
        this.connect = connect;
        this.disconnect = disconnect;
    }

    synchronized void arrive(UserId user) {
        if (!gone) {
            here = true;
            connect.connect(connection, user);
        }
    }

    /** The first farewell counts. One that fails may be said again. */
    synchronized void leave(Farewell farewell) {
        if (gone) {
            return;
        }
        if (here) {
            disconnect.disconnect(connection, farewell);
        }
        gone = true;
    }
}
