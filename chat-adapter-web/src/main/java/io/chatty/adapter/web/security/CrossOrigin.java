package io.chatty.adapter.web.security;

import io.chatty.adapter.web.OriginGuard;
import io.chatty.adapter.web.ProblemException;
import io.chatty.wire.OriginPolicy;
import io.chatty.wire.ProblemCode;
import java.time.Duration;
import java.util.List;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/**
 * Lets the pages of configured origins read answers, with a bearer token only: a browser never sends or keeps a cookie for
 * them.
 */
final class CrossOrigin {

    private static final Duration PREFLIGHT_AGE = Duration.ofHours(1);

    private CrossOrigin() {}

    static CorsFilter filter(OriginPolicy origins, OriginGuard guard) {
        CorsConfiguration allowed = configuration(origins);
        CorsFilter filter = new CorsFilter(request -> {
            String origin = request.getHeader("Origin");
            // Without a configuration an answer is not readable for other pages, which is what our own page needs.
            return origin == null || guard.isOwnOrigin(origin, request) || !Gates.PERSONAL.matches(request)
                    ? null
                    : allowed;
        });
        filter.setCorsProcessor(new DefaultCorsProcessor() {
            @Override
            protected void rejectRequest(ServerHttpResponse response) {
                throw new ProblemException(ProblemCode.ORIGIN_NOT_ALLOWED);
            }
        });
        return filter;
    }

    private static CorsConfiguration configuration(OriginPolicy origins) {
        CorsConfiguration configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(List.copyOf(origins.allowedOrigins()));
        configuration.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        configuration.setAllowedHeaders(
                List.of("Accept", "Authorization", "Content-Type", "Idempotency-Key", "X-Request-Id"));
        configuration.setExposedHeaders(List.of(
                "Idempotency-Replayed",
                "Link",
                "Location",
                "RateLimit",
                "RateLimit-Policy",
                "Retry-After",
                "X-Request-Id"));
        configuration.setAllowCredentials(false);
        configuration.setMaxAge(PREFLIGHT_AGE);
        return configuration;
    }
}
