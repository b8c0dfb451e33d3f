package io.chatty.application.auth;

/** Finishes what a crash left of deletions of accounts. Called at the start, before anybody comes in. */
public interface FinishDeletionsUseCase {

    /**
     * @return how many were finished
     * @throws io.chatty.domain.ChatException {@code TEMPORARILY_UNAVAILABLE} if the store does not answer
     */
    int finish();
}
