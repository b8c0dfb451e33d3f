package io.chatty.domain;

/**
 * Driven port: counts what people do, and refuses what is too much. Volatile: a restart forgets. Bounded: whoever makes up
 * ever new keys is limited too. Thread-safe; never waits.
 */
public interface RateLimiter {

    /**
     * Counts all of the claims, or none.
     *
     * @throws RateLimitedException if one of them is too much
     */
    void take(RateClaim... claims);

    /** Takes back what was counted, since it should not have been. What was not counted makes room for nothing. */
    void giveBack(RateClaim... claims);
}
