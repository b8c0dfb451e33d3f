package io.chatty.wire;

import io.chatty.domain.Quota;
import io.chatty.domain.RateLimitedException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an answer over HTTP says of a limit that was reached: {@code Retry-After}, and {@code RateLimit-Policy} and {@code
 * RateLimit} as draft-ietf-httpapi-ratelimit-headers-10 writes them.
 */
public final class RateLimitHeaders {

    private RateLimitHeaders() {}

    public static Map<String, String> of(RateLimitedException refusal) {
        Quota quota = refusal.quota();
        return of(Words.write(refusal.limit()), quota.burst(), quota.window(), refusal.retryAfter());
    }

    /**
     * The headers of a limit that is counted in another way.
     *
     * @param policy its name
     * @param most what may be done within the window
     * @param window after which all of it may be done again; null if that is no matter of time
     */
    public static Map<String, String> of(String policy, int most, @Nullable Duration window, Duration retryAfter) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Retry-After", seconds(retryAfter));
        headers.put(
                "RateLimit-Policy", "\"" + policy + "\";q=" + most + (window == null ? "" : ";w=" + seconds(window)));
        headers.put("RateLimit", "\"" + policy + "\";r=0;t=" + seconds(retryAfter));
        return headers;
    }

    /** Rounded up, so that whoever waits that long is not too early. */
    private static String seconds(Duration time) {
        return String.valueOf(Math.max(1, time.plusNanos(999_999_999).toSeconds()));
    }
}
