package io.chatty.application.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatty.domain.ChatException;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.ValidationException;
import io.chatty.domain.Violation;
import io.chatty.domain.auth.IssuedSession;
import io.chatty.domain.auth.Password;
import io.chatty.domain.auth.SessionId;
import io.chatty.domain.auth.SessionIssuer;
import io.chatty.domain.auth.SessionToken;
import io.chatty.domain.user.User;
import io.chatty.testkit.Concurrently;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangePasswordServiceTest {

    private static final Password NEW = new Password("battery staple");

    private final AuthScene scene = new AuthScene();
    private final SignedIn anna = scene.registerAnna();

    @Test
    void letsOnlyTheNewPasswordInAndEndsAllOtherSessions() {
        SignedIn other = scene.logIn("anna@example.org", AuthScene.PASSWORD);

        change(AuthScene.PASSWORD, NEW);

        scene.logIn("anna@example.org", NEW);
        assertThatThrownBy(() -> scene.logIn("anna@example.org", AuthScene.PASSWORD))
                .hasMessage(ErrorCode.INVALID_CREDENTIALS.name());
        scene.authenticate(anna);
        assertThatThrownBy(() -> scene.authenticate(other)).hasMessage(ErrorCode.SESSION_REVOKED.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})
    void asksForTheCurrentPassword(String typed) {
        assertThatThrownBy(() -> change(new Password(typed), NEW)).hasMessage(ErrorCode.WRONG_PASSWORD.name());
        scene.logIn("anna@example.org", AuthScene.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "Anna Lee", "anna@example.org"})
    void saysWhyThePasswordMayNotBeChosen(String typed) {
        ValidationException refusal =
                catchThrowableOfType(ValidationException.class, () -> change(AuthScene.PASSWORD, new Password(typed)));

        assertThat(refusal.violations()).extracting(Violation::field).containsExactly("newPassword");
        scene.logIn("anna@example.org", AuthScene.PASSWORD);
    }

    @Test
    void happensOnceWhenManyTryAtOnce() {
        List<Boolean> changed = Concurrently.call(8, i -> {
            try {
                change(AuthScene.PASSWORD, new Password("battery staple " + i));
                return true;
            } catch (ChatException refused) {
                return false;
            }
        });

        assertThat(changed).containsOnlyOnce(true);
        scene.logIn("anna@example.org", new Password("battery staple " + changed.indexOf(true)));
    }

    @Test
    void opensNoSessionForAPasswordThatWasReplacedMeanwhile() {
        User before = anna.user();
        change(AuthScene.PASSWORD, NEW);

        assertThatThrownBy(() -> opener().open(before, null)).hasMessage(ErrorCode.INVALID_CREDENTIALS.name());
        assertThat(scene.assembly.listSessions().list(before.id())).containsExactly(anna.session());
    }

    private SessionOpener opener() {
        SessionIssuer issuer = () -> new IssuedSession(new SessionId("s_late"), new SessionToken("late"));
        return new SessionOpener(scene.store.users(), scene.store.sessions(), issuer, scene.notifier, scene.clock);
    }

    private void change(Password current, Password replacement) {
        scene.assembly.changePassword().change(anna.session(), current, replacement, AuthScene.HOME);
    }
}
