package io.chatty.adapter.stomp.live;

import io.chatty.application.auth.AuthenticateUseCase;
import io.chatty.application.auth.Authenticated;
import io.chatty.domain.auth.SessionToken;
import java.util.concurrent.atomic.AtomicInteger;

/** Authentication, into which a test can put something that happens right after it. */
final class Gatekeeper implements AuthenticateUseCase {

    private final AuthenticateUseCase real;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Runnable afterwards = () -> {};

    Gatekeeper(AuthenticateUseCase real) {
        this.real = real;
    }

    @Override
    public Authenticated authenticate(SessionToken token) {
        asked.incrementAndGet();
        Authenticated answer = real.authenticate(token);
        Runnable next = afterwards;
        afterwards = () -> {};
        next.run();
        return answer;
    }

    int timesAsked() {
        return asked.get();
    }

    /** Happens once, right after the next success. */
    void afterNext(Runnable event) {
        afterwards = event;
    }
}
