package io.chatty.domain.auth;

import static io.chatty.domain.ErrorCode.AUTHENTICATION_REQUIRED;
import static io.chatty.domain.ErrorCode.SESSION_EXPIRED;
import static io.chatty.domain.ErrorCode.SESSION_REVOKED;
import static io.chatty.testkit.Times.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chatty.domain.ChatException;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Duration INSTANT = Duration.ofMillis(1);

    private final Session session =
            Session.open(new SessionId("s_1"), new UserId("u_anna"), new TokenHash("hash"), null, NOW);

    @Test
    void livesFor30DaysWithoutUse() {
        assertThat(session.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertLive(session, NOW);
        assertLive(session, session.expiresAt().minus(INSTANT));
        assertOver(session, session.expiresAt(), SESSION_EXPIRED);
        assertOver(session, session.expiresAt().plus(Duration.ofDays(1_000)), SESSION_EXPIRED);
    }

    @Test
    void slidesWithItsUse() {
        Instant used = NOW.plus(Duration.ofDays(29));

        Session touched = session.touch(used);

        assertThat(touched.lastSeenAt()).isEqualTo(used);
        assertThat(touched.expiresAt()).isEqualTo(used.plus(Duration.ofDays(30)));
        assertThat(touched)
                .usingRecursiveComparison()
                .ignoringFields("lastSeenAt", "expiresAt")
                .isEqualTo(session);
    }

    @Test
    void endsAfter180DaysHoweverMuchItIsUsed() {
        Instant end = NOW.plus(Duration.ofDays(180));
        Session used = session;
        for (Instant day = NOW; day.isBefore(end); day = day.plus(Duration.ofDays(1))) {
            used.checkLive(day);
            used = used.touch(day);
        }

        assertThat(used.expiresAt()).isEqualTo(end);
        assertLive(used, end.minus(INSTANT));
        assertOver(used, end, SESSION_EXPIRED);
    }

    @Test
    void notesItsUseAtMostOnceAnHour() {
        assertThat(session.isTouchDue(NOW)).isFalse();
        assertThat(session.isTouchDue(NOW.minus(Duration.ofHours(5)))).isFalse();
        assertThat(session.isTouchDue(NOW.plus(Duration.ofHours(1)).minus(INSTANT)))
                .isFalse();
        assertThat(session.isTouchDue(NOW.plus(Duration.ofHours(1)))).isTrue();
    }

    @Test
    void remembersItsRevocationFor30Days() {
        Instant revokedAt = NOW.plus(Duration.ofDays(1));
        Session revoked = revokedAt(revokedAt);

        assertOver(revoked, revokedAt, SESSION_REVOKED);
        assertOver(revoked, revokedAt.plus(Duration.ofDays(30)).minus(INSTANT), SESSION_REVOKED);
        assertOver(revoked, revokedAt.plus(Duration.ofDays(30)), AUTHENTICATION_REQUIRED);
    }

    @Test
    void isRevokedRatherThanExpired() {
        Session revoked = revokedAt(NOW.plus(Duration.ofDays(29)));

        assertOver(revoked, NOW.plus(Duration.ofDays(31)), SESSION_REVOKED);
    }

    private Session revokedAt(Instant time) {
        return new Session(
                session.id(),
                session.userId(),
                session.tokenHash(),
                session.client(),
                session.createdAt(),
                session.lastSeenAt(),
                session.expiresAt(),
                time);
    }

    private static void assertLive(Session session, Instant now) {
        assertThatCode(() -> session.checkLive(now)).doesNotThrowAnyException();
    }

    private static void assertOver(Session session, Instant now, ErrorCode code) {
        assertThatExceptionOfType(ChatException.class)
                .isThrownBy(() -> session.checkLive(now))
                .extracting(ChatException::code)
                .isEqualTo(code);
    }
}
