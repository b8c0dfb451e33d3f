package io.chatty.domain;

/**
 * Somebody's wish to do a limited thing once more.
 *
 * @param key by whom or where it is counted
 */
public record RateClaim(RateLimit limit, String key) {

    /** Hides the key: who it is does not belong into a log. */
    @Override
    public String toString() {
        return "RateClaim[" + limit + "]";
    }
}
