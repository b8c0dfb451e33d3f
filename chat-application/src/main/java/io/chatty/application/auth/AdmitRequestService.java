package io.chatty.application.auth;

import static io.chatty.domain.RateLimit.REQUESTS;

import io.chatty.domain.RateLimiter;
import io.chatty.domain.user.UserId;

final class AdmitRequestService implements AdmitRequestUseCase {

    private final RateLimiter limiter;

    AdmitRequestService(RateLimiter limiter) {
        this.limiter = limiter;
    }

    @Override
    public void admit(UserId user) {
        limiter.take(REQUESTS.by(user.value()));
    }
}
