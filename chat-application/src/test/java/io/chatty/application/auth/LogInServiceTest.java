package io.chatty.application.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import io.chatty.domain.ErrorCode;
import io.chatty.domain.auth.Password;
import io.chatty.domain.auth.PasswordHasher;
import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionRevoked;
import io.chatty.domain.user.PasswordHash;
import io.chatty.domain.user.User;
import io.chatty.testkit.FakeRateLimiter;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogInServiceTest {

    private final AuthScene scene = new AuthScene();
    private SignedIn registered;

    @BeforeEach
    void annaRegisters() {
        registered = scene.registerAnna();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@example.org", "  Anna@EXAMPLE.org "})
    void signsInByTheEmailWhateverItsCase(String email) {
        SignedIn anna = scene.logIn(email, AuthScene.PASSWORD);

        assertThat(anna.user()).isEqualTo(registered.user());
        assertThat(anna.session().client()).isNull();
        assertThat(scene.authenticate(anna).session()).isEqualTo(anna.session());
    }

    @Test
    void opensASessionOfItsOwnAndKeepsTheOthers() {
        SignedIn again = scene.logIn("anna@example.org", AuthScene.PASSWORD);

        assertThat(again.session().id()).isNotEqualTo(registered.session().id());
        assertThat(again.token()).isNotEqualTo(registered.token());
        assertThat(scene.authenticate(registered).session()).isEqualTo(registered.session());
        verifyNoInteractions(scene.notifier);
    }

    @Test
    void answersAnUnknownEmailLikeAWrongPassword() {
        assertInvalid("anna@example.org", new Password("wrong horse"));
        assertInvalid("anna@example.org", new Password("CORRECT HORSE"));
        assertInvalid("anna@example.org", new Password("x".repeat(73)));
        assertInvalid("anna@example.org", new Password(""));
        assertInvalid("bob@example.org", AuthScene.PASSWORD);
        assertInvalid("no e-mail at all", AuthScene.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob@example.org", "no e-mail at all"})
    void comparesAPasswordAlsoWhereThereIsNobody(String email) {
        PasswordHasher hasher = mock();
        LogInUseCase logIn = new LogInService(scene.store.users(), hasher, guard(hasher), mock());

        assertThatThrownBy(() -> logIn.logIn(email, AuthScene.PASSWORD, null, AuthScene.HOME))
                .hasMessage(ErrorCode.INVALID_CREDENTIALS.name());
        verify(hasher).matches(any(), isNull());
        verifyNoMoreInteractions(hasher);
    }

    @Test
    void makesAnOutdatedHashAgain() {
        PasswordHash before = storedHash();
        scene.logIn("anna@example.org", AuthScene.PASSWORD);
        assertThat(storedHash()).isEqualTo(before);

        scene.hasher.strengthen();
        scene.logIn("anna@example.org", AuthScene.PASSWORD);

        assertThat(storedHash()).isNotEqualTo(before);
        assertThat(scene.hasher.isOutdated(storedHash())).isFalse();
        assertThat(scene.hasher.matches(AuthScene.PASSWORD, storedHash())).isTrue();
    }

    @Test
    void keepsNobodyOutWhileAHashCannotBeMadeAgain() {
        PasswordHasher busy = mock();
        when(busy.matches(any(), any())).thenReturn(true);
        when(busy.isOutdated(any())).thenReturn(true);
        when(busy.hash(any())).thenThrow(ErrorCode.TEMPORARILY_UNAVAILABLE.refusal());
        SessionOpener sessions = mock();
        when(sessions.open(registered.user(), null)).thenReturn(registered);

        SignedIn anna = new LogInService(scene.store.users(), busy, guard(busy), sessions)
                .logIn("anna@example.org", AuthScene.PASSWORD, null, AuthScene.HOME);

        assertThat(anna).isEqualTo(registered);
    }

    @Test
    void keepsAnOutdatedHashWhereThePasswordIsWrong() {
        PasswordHash before = storedHash();
        scene.hasher.strengthen();

        assertInvalid("anna@example.org", new Password("wrong horse"));
        assertThat(storedHash()).isEqualTo(before);
    }

    @Test
    void endsTheOldestSessionAboveTheMostAndTellsIt() {
        for (int i = 1; i < Session.MAX_PER_USER; i++) {
            scene.clock.advance(Duration.ofSeconds(1));
            scene.logIn("anna@example.org", AuthScene.PASSWORD);
        }
        verifyNoInteractions(scene.notifier);

        scene.clock.advance(Duration.ofSeconds(1));
        scene.logIn("anna@example.org", AuthScene.PASSWORD);

        User anna = registered.user();
        verify(scene.notifier).tell(new SessionRevoked(registered.session().id(), anna.id(), scene.clock.instant()));
        verifyNoMoreInteractions(scene.notifier);
        assertThatThrownBy(() -> scene.authenticate(registered)).hasMessage(ErrorCode.SESSION_REVOKED.name());
    }

    private static PasswordGuard guard(PasswordHasher hasher) {
        return new PasswordGuard(hasher, FakeRateLimiter.generous());
    }

    private void assertInvalid(String email, Password password) {
        assertThatThrownBy(() -> scene.logIn(email, password)).hasMessage(ErrorCode.INVALID_CREDENTIALS.name());
    }

    private PasswordHash storedHash() {
        return scene.store
                .users()
                .findById(registered.user().id())
                .orElseThrow()
                .passwordHash();
    }
}
