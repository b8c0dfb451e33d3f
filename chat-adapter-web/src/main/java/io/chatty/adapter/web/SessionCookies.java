package io.chatty.adapter.web;

import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionToken;
import io.chatty.wire.OriginPolicy;
import io.chatty.wire.SessionCookie;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookie that carries a session token where a page asked for one. No script can read it. Thread-safe. */
public final class SessionCookies {

    private final OriginPolicy origins;

    SessionCookies(OriginPolicy origins) {
        this.origins = origins;
    }

    /** The token of the request's cookie; null without one, and where two contend for being it. */
    public @Nullable SessionToken read(HttpServletRequest request) {
        Cookie[] all = request.getCookies();
        String name = SessionCookie.name(isSecure(request));
        List<String> values = all == null
                ? List.of()
                : Stream.of(all)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .toList();
        return values.size() == 1 ? new SessionToken(values.get(0)) : null;
    }

    /** Hands a token over, to be kept for as long as the session lives from its last use on. */
    public void give(SessionToken token, Session session, HttpServletRequest request, HttpServletResponse response) {
        add(token.value(), Duration.between(session.lastSeenAt(), session.expiresAt()), request, response);
    }

    /** Makes the browser forget its token. */
    public void clear(HttpServletRequest request, HttpServletResponse response) {
        add("", Duration.ZERO, request, response);
    }

    private void add(String value, Duration maxAge, HttpServletRequest request, HttpServletResponse response) {
        boolean secure = isSecure(request);
        ResponseCookie cookie = ResponseCookie.from(SessionCookie.name(secure), value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .path("/")
                .maxAge(maxAge)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private boolean isSecure(HttpServletRequest request) {
        return origins.isSecure(request.getScheme());
    }
}
