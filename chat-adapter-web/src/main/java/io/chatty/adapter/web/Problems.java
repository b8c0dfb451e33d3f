package io.chatty.adapter.web;

import io.chatty.domain.ChatException;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.RateLimitedException;
import io.chatty.wire.OriginPolicy;
import io.chatty.wire.ProblemCode;
import io.chatty.wire.ProblemResponse;
import io.chatty.wire.RateLimitHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/**
 * The only writer of refusals over HTTP but the handshake's, as RFC 9457 problems, whatever the caller accepts.
 * Thread-safe.
 *
 * <p>A caller's mistake is nobody's business but the caller's and is logged at DEBUG only.
 */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final OriginPolicy origins;
    private final UnreadBody unreadBody = new UnreadBody();

    Problems(OriginPolicy origins) {
        this.origins = origins;
    }

    /** Answers a request with a problem. Does nothing if the answer has already begun. */
    public void write(ProblemCode code, HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(ProblemResponse.of(code, RequestIds.of(request)), Map.of(), request, response);
    }

    /** Answers a request with a refusal. Does nothing if the answer has already begun. */
    public void write(ChatException refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (refusal.code() == ErrorCode.TEMPORARILY_UNAVAILABLE && refusal.getCause() != null) {
            LOG.warn("Refused {}: {}", request.getMethod(), refusal.getCause().toString());
        }
        Map<String, String> limits =
                refusal instanceof RateLimitedException limited ? RateLimitHeaders.of(limited) : Map.of();
        send(ProblemResponse.of(refusal, RequestIds.of(request)), limits, request, response);
    }

    /** Answers a request that met a bug, and logs it; the caller learns nothing but the request's id. */
    public void writeBug(Throwable bug, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), bug);
        write(ProblemCode.INTERNAL_ERROR, request, response);
    }

    /** A problem for a request that has not become one of the servlet container. */
    public ProblemAnswer answer(ProblemCode code, String requestId, String scheme) {
        return ProblemAnswer.of(ProblemResponse.of(code, requestId), origins.isSecure(scheme));
    }

    private void send(
            ProblemResponse problem,
            Map<String, String> headersOfItsOwn,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        LOG.debug("Refused with {}", problem.code());
        if (response.isCommitted()) {
            return;
        }
        boolean wholeRequestRead = unreadBody.discard(request);
        ProblemAnswer answer = ProblemAnswer.of(problem, origins.isSecure(request.getScheme()));
        response.resetBuffer();
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        headersOfItsOwn.forEach(response::setHeader);
        if (!wholeRequestRead) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
