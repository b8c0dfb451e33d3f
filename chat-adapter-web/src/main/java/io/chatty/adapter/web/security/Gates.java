package io.chatty.adapter.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The whole of what can be reached, and by whom. What is in none of the lists does not exist. */
final class Gates {

    /** Everybody may. */
    static final RequestMatcher OPEN = new OrRequestMatcher(
            path("/"),
            path("/c/{conversation}"),
            path("/assets/**"),
            path("/webjars/**"),
            path("/manifest.webmanifest"),
            path("/problems"),
            path("/problems/{code}"),
            path("/ws"),
            path("/actuator/health/readiness"),
            path("/actuator/health/liveness"),
            path("/api/v1/server"),
            path("/api/v1/accounts"),
            post("/api/v1/sessions"));

    /** Whoever has signed in may. */
    static final RequestMatcher PERSONAL = path("/api/**");

    private static final RequestMatcher SEND =
            new OrRequestMatcher(post("/api/v1/messages"), post("/api/v1/conversations/{id}/messages"));

    private Gates() {}

    /** Whether a request must come with a session. */
    static boolean isPersonal(HttpServletRequest request) {
        return PERSONAL.matches(request) && !OPEN.matches(request);
    }

    /** Whether a request sends a message. */
    static boolean isSend(HttpServletRequest request) {
        return SEND.matches(request);
    }

    private static RequestMatcher post(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, pattern);
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
