package io.chatty.application.presence;

/** Lets people go whose connections broke off and did not come back. Called once a second. Thread-safe. */
public interface ExpirePresenceUseCase {

    void expire();
}
