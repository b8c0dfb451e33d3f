package io.chatty.domain.auth;

/** Driven port: tells the connections of a person what happened to his sessions. Thread-safe, never blocks. */
public interface SessionNotifier {

    /**
     * Ends the connections of the revoked session and tells the remaining ones of the same person. Best effort: whoever
     * missed it finds the session revoked at its next use.
     */
    void tell(SessionEvent event);
}
