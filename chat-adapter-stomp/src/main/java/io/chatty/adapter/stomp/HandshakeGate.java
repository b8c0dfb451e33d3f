package io.chatty.adapter.stomp;

import static java.util.Objects.requireNonNull;

import io.chatty.domain.ClientAddress;
import io.chatty.domain.auth.SessionToken;
import io.chatty.domain.presence.ConnectionId;
import io.chatty.wire.Json;
import io.chatty.wire.OriginPolicy;
import io.chatty.wire.ProblemCode;
import io.chatty.wire.ProblemResponse;
import io.chatty.wire.RateLimitHeaders;
import io.chatty.wire.SessionCookie;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Decides who may open a WebSocket. {@code Origin} alone decides about pages: ours or a configured one. Programs send
 * none and may; but only a page may use a cookie, since only for pages a browser vouches.
 */
@Component
final class HandshakeGate implements HandshakeInterceptor {

    private static final String VERSION_HEADER = "Sec-WebSocket-Version";
    private static final String VERSION = "13";
    private static final String HANDSHAKE = Handshake.class.getName();
    private static final String REQUEST_ID = "X-Request-Id";
    private static final String POLICY = "unauthenticated-sockets";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final OriginPolicy origins;
    private final SessionDirectory directory;
    private final UnauthenticatedSockets unauthenticated;

    HandshakeGate(OriginPolicy origins, SessionDirectory directory, UnauthenticatedSockets unauthenticated) {
        this.origins = origins;
        this.directory = directory;
        this.unauthenticated = unauthenticated;
    }

    static Handshake handshakeOf(WebSocketSession socket) {
        return (Handshake) requireNonNull(socket.getAttributes().get(HANDSHAKE));
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        HttpServletRequest servletRequest = ((ServletServerHttpRequest) request).getServletRequest();
        ClientAddress address = ClientAddress.of(servletRequest.getRemoteAddr());
        ProblemCode problem = problem(request, servletRequest, address);
        if (problem != null) {
            refuse(((ServletServerHttpResponse) response).getServletResponse(), problem);
            return false;
        }
        ConnectionId connection = new ConnectionId(UUID.randomUUID().toString());
        attributes.put(HANDSHAKE, new Handshake(connection, address, cookieToken(servletRequest)));
        return true;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {}

    private @Nullable ProblemCode problem(
            ServerHttpRequest request, HttpServletRequest servletRequest, ClientAddress address) {
        if (!HttpMethod.GET.equals(request.getMethod())) {
            return ProblemCode.METHOD_NOT_ALLOWED;
        }
        if (!isHandshake(servletRequest)) {
            return ProblemCode.MALFORMED_REQUEST;
        }
        if (!originsAllowed(servletRequest)) {
            return ProblemCode.ORIGIN_NOT_ALLOWED;
        }
        if (directory.isClosed()) {
            return ProblemCode.TEMPORARILY_UNAVAILABLE;
        }
        return unauthenticated.isFull(address) ? ProblemCode.RATE_LIMITED : null;
    }

    /** What RFC 6455, section 4.2.1, asks of a client's opening handshake. */
    private static boolean isHandshake(HttpServletRequest request) {
        return lists(request, HttpHeaders.UPGRADE, "websocket")
                && lists(request, HttpHeaders.CONNECTION, "upgrade")
                && VERSION.equals(request.getHeader(VERSION_HEADER))
                && request.getHeader("Sec-WebSocket-Key") != null;
    }

    /** Whether one of the words of a header, which may come in several lines, is this one. */
    private static boolean lists(HttpServletRequest request, String header, String word) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .anyMatch(listed -> listed.strip().equalsIgnoreCase(word));
    }

    private boolean originsAllowed(HttpServletRequest request) {
        List<String> given = Collections.list(request.getHeaders(HttpHeaders.ORIGIN));
        return given.size() <= 1
                && origins.mayConnect(
                        given.isEmpty() ? null : given.get(0),
                        request.getScheme(),
                        request.getHeader(HttpHeaders.HOST));
    }

    private @Nullable SessionToken cookieToken(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null || request.getHeader(HttpHeaders.ORIGIN) == null) {
            return null;
        }
        String name = SessionCookie.name(origins.isSecure(request.getScheme()));
        List<Cookie> given = Stream.of(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .toList();
        // Of two one may have been planted by a neighbour of ours: then none counts, as over REST.
        return given.size() == 1 ? new SessionToken(given.get(0).getValue()) : null;
    }

    private void refuse(HttpServletResponse response, ProblemCode problem) throws IOException {
        String given = response.getHeader(REQUEST_ID);
        String requestId = given == null ? UUID.randomUUID().toString() : given;
        response.setStatus(problem.status());
        response.setHeader(REQUEST_ID, requestId);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem == ProblemCode.METHOD_NOT_ALLOWED) {
            response.setHeader(HttpHeaders.ALLOW, HttpMethod.GET.name());
        } else if (problem == ProblemCode.TEMPORARILY_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER.toSeconds()));
        } else if (problem == ProblemCode.RATE_LIMITED) {
            RateLimitHeaders.of(POLICY, unauthenticated.most(), null, RETRY_AFTER)
                    .forEach(response::setHeader);
        }
        if (problem == ProblemCode.MALFORMED_REQUEST) {
            response.setHeader(VERSION_HEADER, VERSION);
        }
        response.setContentType(ProblemResponse.MEDIA_TYPE);
        response.getOutputStream()
                .write(Json.write(ProblemResponse.of(problem, requestId)).getBytes(StandardCharsets.UTF_8));
    }
}
