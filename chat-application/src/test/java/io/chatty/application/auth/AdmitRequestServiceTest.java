package io.chatty.application.auth;

import static io.chatty.domain.RateLimit.REQUESTS;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatty.domain.RateLimitedException;
import io.chatty.domain.user.UserId;
import io.chatty.testkit.RateFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdmitRequestServiceTest {

    private static final UserId ANNA = new UserId("u_anna");

    private final AuthScene scene = new AuthScene(RateFixtures.plentyBut(REQUESTS, RateFixtures.atOnce(3)));
    private final AdmitRequestUseCase admitRequest = scene.assembly.admitRequest();

    @BeforeEach
    void annaAsksForMuch() {
        for (int i = 0; i < 3; i++) {
            admitRequest.admit(ANNA);
        }
    }

    @Test
    void refusesWhoAsksForTooMuchUntilItIsTime() {
        RateLimitedException refusal = catchThrowableOfType(RateLimitedException.class, () -> admitRequest.admit(ANNA));

        scene.clock.advance(refusal.retryAfter());

        assertThatCode(() -> admitRequest.admit(ANNA)).doesNotThrowAnyException();
    }

    @Test
    void refusesNobodyElse() {
        assertThatCode(() -> admitRequest.admit(new UserId("u_bob"))).doesNotThrowAnyException();
    }
}
