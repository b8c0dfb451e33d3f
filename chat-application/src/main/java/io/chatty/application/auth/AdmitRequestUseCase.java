package io.chatty.application.auth;

import io.chatty.domain.user.UserId;

/** Lets a person ask for something, whatever it is. Asked once for every request that came with a session. Thread-safe. */
public interface AdmitRequestUseCase {

    /** @throws io.chatty.domain.RateLimitedException if the person asks for too much */
    void admit(UserId user);
}
