package io.chatty.domain.presence;

/** Driven port: tells a watching connection. Thread-safe, never blocks. */
public interface PresenceNotifier {

    /** Tells one connection; events told one after the other arrive in that order. A connection that is gone misses it. */
    void tell(ConnectionId watcher, PresenceEvent event);
}
