package io.chatty.adapter.web.auth;

import io.chatty.adapter.web.OriginGuard;
import io.chatty.adapter.web.ProblemException;
import io.chatty.adapter.web.SessionCookies;
import io.chatty.application.auth.SignedIn;
import io.chatty.wire.Bodies;
import io.chatty.wire.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Hands tokens over the way they were asked for. */
@Component
final class TokenDesk {

    private final SessionCookies cookies;
    private final OriginGuard origins;

    TokenDesk(SessionCookies cookies, OriginGuard origins) {
        this.cookies = cookies;
        this.origins = origins;
    }

    /**
     * Checks that the token may be handed over as asked: another page could otherwise sign a person in under its own
     * account and read what the person then writes.
     */
    void check(TokenDelivery delivery, HttpServletRequest request) {
        if (delivery == TokenDelivery.COOKIE && origins.isOtherPage(request)) {
            throw new ProblemException(ProblemCode.ORIGIN_NOT_ALLOWED);
        }
    }

    SignedInResponse handOver(
            SignedIn signedIn, TokenDelivery delivery, HttpServletRequest request, HttpServletResponse response) {
        boolean inCookie = delivery == TokenDelivery.COOKIE;
        if (inCookie) {
            cookies.give(signedIn.token(), signedIn.session(), request, response);
        }
        return new SignedInResponse(
                Bodies.me(signedIn.user()),
                Bodies.session(signedIn.session(), true),
                inCookie ? null : signedIn.token().value());
    }
}
