package io.chatty.adapter.web.security;

import io.chatty.adapter.web.ApiController;
import io.chatty.adapter.web.OriginGuard;
import io.chatty.adapter.web.ProblemException;
import io.chatty.adapter.web.Problems;
import io.chatty.adapter.web.SessionCookies;
import io.chatty.application.auth.AdmitRequestUseCase;
import io.chatty.application.auth.AuthenticateUseCase;
import io.chatty.application.auth.Authenticated;
import io.chatty.domain.ChatException;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.RateLimitedException;
import io.chatty.domain.auth.SessionToken;
import io.chatty.wire.ProblemCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks up the session of a request that must come with one. An {@code Authorization} header decides alone; without it the
 * cookie counts, and an unsafe request on a cookie must come from our own page. A token in the URL is never looked at.
 */
final class TokenFilter extends OncePerRequestFilter {

    /** RFC 6750 section 2.1; the name of the scheme has no case (RFC 9110 section 11.1). */
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]+=*)");

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final AuthenticateUseCase authenticate;
    private final AdmitRequestUseCase admitRequest;
    private final SessionCookies cookies;
    private final OriginGuard origins;
    private final Problems problems;

    TokenFilter(
            AuthenticateUseCase authenticate,
            AdmitRequestUseCase admitRequest,
            SessionCookies cookies,
            OriginGuard origins,
            Problems problems) {
        this.authenticate = authenticate;
        this.admitRequest = admitRequest;
        this.cookies = cookies;
        this.origins = origins;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Gates.isPersonal(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            recognise(request, response);
        } catch (ChatException e) {
            problems.write(e, request, response);
            return;
        } catch (ProblemException e) {
            problems.write(e.code(), request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private void recognise(HttpServletRequest request, HttpServletResponse response) {
        SessionToken bearer = bearer(request);
        if (bearer != null) {
            enter(authenticate.authenticate(bearer), request);
            return;
        }
        SessionToken cookie = cookies.read(request);
        if (cookie == null) {
            return;
        }
        if (!SAFE_METHODS.contains(request.getMethod()) && !origins.isOwnPage(request)) {
            throw new ProblemException(ProblemCode.ORIGIN_NOT_ALLOWED);
        }
        Authenticated authenticated = authenticate.authenticate(cookie);
        if (authenticated.extended()) {
            cookies.give(cookie, authenticated.session(), request, response);
        }
        enter(authenticated, request);
    }

    private void enter(Authenticated authenticated, HttpServletRequest request) {
        try {
            admitRequest.admit(authenticated.session().userId());
        } catch (RateLimitedException tooMuch) {
            if (!Gates.isSend(request)) {
                throw tooMuch;
            }
            // It may be a repeat, which is answered whatever has happened since.
            request.setAttribute(ApiController.OVER_LIMIT, tooMuch);
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(new SessionAuthentication(authenticated.session())));
    }

    private static @Nullable SessionToken bearer(HttpServletRequest request) {
        List<String> given = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (given.isEmpty()) {
            return null;
        }
        Matcher matcher = BEARER.matcher(given.get(0));
        if (given.size() > 1 || !matcher.matches()) {
            throw ErrorCode.AUTHENTICATION_REQUIRED.refusal();
        }
        return new SessionToken(matcher.group(1));
    }
}
