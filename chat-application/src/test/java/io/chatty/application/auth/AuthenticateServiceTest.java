package io.chatty.application.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatty.domain.ErrorCode;
import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionToken;
import io.chatty.testkit.Times;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuthenticateServiceTest {

    private static final Duration MOMENT = Duration.ofMillis(1);

    private final AuthScene scene = new AuthScene();
    private final SignedIn anna = scene.registerAnna();

    @Test
    void recognisesASessionByItsToken() {
        assertThat(scene.authenticate(anna)).isEqualTo(new Authenticated(anna.session(), false));
    }

    @Test
    void doesNotKnowATokenThatWasNeverGivenOut() {
        assertThatThrownBy(() -> scene.assembly.authenticate().authenticate(new SessionToken("made up")))
                .hasMessage(ErrorCode.AUTHENTICATION_REQUIRED.name());
    }

    @Test
    void notesUseAtMostOnceAnHourAndSlides() {
        scene.clock.advance(Session.TOUCH_INTERVAL.minus(MOMENT));
        assertThat(scene.authenticate(anna)).isEqualTo(new Authenticated(anna.session(), false));
        assertThat(stored()).isEqualTo(anna.session());

        scene.clock.advance(MOMENT);
        Authenticated touched = scene.authenticate(anna);

        Instant now = scene.clock.instant();
        assertThat(touched).isEqualTo(new Authenticated(stored(), true));
        assertThat(touched.session().lastSeenAt()).isEqualTo(now);
        assertThat(touched.session().expiresAt()).isEqualTo(now.plus(Session.IDLE_LIFETIME));
        assertThat(scene.authenticate(anna)).isEqualTo(new Authenticated(touched.session(), false));
    }

    @Test
    void expiresWhenItIsNotUsed() {
        scene.clock.advance(Session.IDLE_LIFETIME.minus(MOMENT));
        assertThat(scene.authenticate(anna).extended()).isTrue();

        scene.clock.advance(Session.IDLE_LIFETIME);

        assertThatThrownBy(() -> scene.authenticate(anna)).hasMessage(ErrorCode.SESSION_EXPIRED.name());
    }

    @Test
    void expiresAtItsGreatestAgeHoweverMuchItIsUsed() {
        Instant end = Times.NOW.plus(Session.MAX_LIFETIME);
        while (scene.clock.instant().isBefore(end.minus(Duration.ofDays(1)))) {
            scene.authenticate(anna);
            scene.clock.advance(Duration.ofDays(1));
        }
        Authenticated last = scene.authenticate(anna);
        assertThat(last.session().expiresAt()).isEqualTo(end);
        assertThat(last.session().lastSeenAt()).isEqualTo(scene.clock.instant());
        assertThat(last.extended()).isFalse();

        scene.clock.set(end);

        assertThatThrownBy(() -> scene.authenticate(anna)).hasMessage(ErrorCode.SESSION_EXPIRED.name());
    }

    @Test
    void saysForAMonthThatASessionWasEndedAndThenForgetsIt() {
        scene.assembly.logOut().logOut(anna.session());

        scene.clock.advance(Session.REVOCATION_MEMORY.minus(MOMENT));
        assertThatThrownBy(() -> scene.authenticate(anna)).hasMessage(ErrorCode.SESSION_REVOKED.name());

        scene.clock.advance(MOMENT);
        assertThatThrownBy(() -> scene.authenticate(anna)).hasMessage(ErrorCode.AUTHENTICATION_REQUIRED.name());
    }

    private Session stored() {
        return scene.store.sessions().findByTokenHash(anna.token().hash()).orElseThrow();
    }
}
