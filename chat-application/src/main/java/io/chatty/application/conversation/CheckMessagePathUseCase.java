package io.chatty.application.conversation;

import java.util.concurrent.CompletionStage;

/** Finds out whether a message would be stored and heard of now. Thread-safe. */
public interface CheckMessagePathUseCase {

    /**
     * Stores a probe that no person sees, publishes it, and waits until it is received. Returns at once.
     *
     * @return whether all of it happened within three seconds, and the clocks of this server and of the store are at most
     *     ten seconds apart; fails only with a defect
     */
    CompletionStage<Boolean> check();
}
