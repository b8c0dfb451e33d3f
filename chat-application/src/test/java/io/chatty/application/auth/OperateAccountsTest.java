package io.chatty.application.auth;

import static io.chatty.testkit.user.UserFixtures.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatty.domain.ChatException;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.auth.Password;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.EmailAddress;
import io.chatty.testkit.Concurrently;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperateAccountsTest {

    private static final EmailAddress ANNA = new EmailAddress("anna@example.org");

    private final AuthScene scene = new AuthScene();

    @Test
    void makesAnAccountWhosePasswordOpensOneSession() {
        Password once = scene.assembly.createAccount().create(ANNA, new DisplayName("Anna Lee"));

        SignedIn anna = scene.logIn("anna@example.org", once);
        assertRefused(once);

        scene.assembly.changePassword().change(anna.session(), once, AuthScene.PASSWORD, AuthScene.HOME);
        scene.logIn("anna@example.org", AuthScene.PASSWORD);
        scene.logIn("anna@example.org", AuthScene.PASSWORD);
    }

    @Test
    void letsOneOfManyInWithAPasswordForOneTime() {
        Password once = scene.assembly.createAccount().create(ANNA, new DisplayName("Anna Lee"));

        List<Boolean> in = Concurrently.call(10, i -> {
            try {
                scene.logIn("anna@example.org", once);
                return true;
            } catch (ChatException refused) {
                return false;
            }
        });

        assertThat(in).containsOnlyOnce(true);
    }

    @Test
    void makesNoSecondAccountOfAMailbox() {
        scene.registerAnna();

        assertThatThrownBy(() -> scene.assembly.createAccount().create(ANNA, new DisplayName("Anna")))
                .hasMessage(ErrorCode.EMAIL_TAKEN.name());
    }

    @Test
    void resetsAPasswordAndEndsAllSessions() {
        SignedIn anna = scene.registerAnna();

        Password once = scene.assembly.resetPassword().reset(ANNA);

        assertRevoked(anna);
        assertRefused(AuthScene.PASSWORD);
        scene.logIn("anna@example.org", once);
    }

    @Test
    void closesAnAccountUntilItsPasswordIsReset() {
        SignedIn anna = scene.registerAnna();

        scene.assembly.disableAccount().disable(ANNA);

        assertRevoked(anna);
        assertRefused(AuthScene.PASSWORD);
        assertThat(scene.relations.account(anna.user().id()).orElseThrow().isDeleted())
                .isFalse();
        scene.logIn("anna@example.org", scene.assembly.resetPassword().reset(ANNA));
    }

    @Test
    void signsSomebodyOutEverywhere() {
        SignedIn anna = scene.registerAnna();

        scene.assembly.revokeSessions().revokeAll(ANNA);

        assertRevoked(anna);
        scene.logIn("anna@example.org", AuthScene.PASSWORD);
    }

    @Test
    void deletesAnAccount() {
        scene.registerAnna();

        scene.assembly.eraseAccount().erase(ANNA);

        assertRefused(AuthScene.PASSWORD);
        scene.registerAnna();
    }

    @Test
    void knowsNobodyOfAnUnknownMailbox() {
        EmailAddress unknown = user("nobody").email();

        assertThatThrownBy(() -> scene.assembly.resetPassword().reset(unknown)).hasMessage(ErrorCode.NOT_FOUND.name());
        assertThatThrownBy(() -> scene.assembly.disableAccount().disable(unknown))
                .hasMessage(ErrorCode.NOT_FOUND.name());
        assertThatThrownBy(() -> scene.assembly.eraseAccount().erase(unknown)).hasMessage(ErrorCode.NOT_FOUND.name());
        assertThatThrownBy(() -> scene.assembly.revokeSessions().revokeAll(unknown))
                .hasMessage(ErrorCode.NOT_FOUND.name());
    }

    @Test
    void makesNoAccountsForOthersWhereRegistrationIsClosed() {
        assertThatThrownBy(() -> scene.assembly
                        .register(RegistrationMode.CLOSED)
                        .register(ANNA, new DisplayName("Anna"), AuthScene.PASSWORD, null, AuthScene.HOME))
                .hasMessage(ErrorCode.REGISTRATION_CLOSED.name());
    }

    private void assertRefused(Password password) {
        assertThatThrownBy(() -> scene.logIn("anna@example.org", password))
                .hasMessage(ErrorCode.INVALID_CREDENTIALS.name());
    }

    private void assertRevoked(SignedIn session) {
        assertThatThrownBy(() -> scene.authenticate(session)).hasMessage(ErrorCode.SESSION_REVOKED.name());
    }
}
