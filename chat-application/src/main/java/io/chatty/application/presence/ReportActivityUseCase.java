package io.chatty.application.presence;

import io.chatty.domain.presence.Activity;
import io.chatty.domain.presence.ConnectionId;

/** Says whether a person sits in front of this device. Thread-safe. */
public interface ReportActivityUseCase {

    /** Ignored for a connection that is gone. */
    void report(ConnectionId connection, Activity activity);
}
