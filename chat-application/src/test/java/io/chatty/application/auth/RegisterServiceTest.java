package io.chatty.application.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.chatty.domain.ChatException;
import io.chatty.domain.ClientAddress;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.RateLimit;
import io.chatty.domain.RateLimitedException;
import io.chatty.domain.ValidationException;
import io.chatty.domain.Violation;
import io.chatty.domain.ViolationCode;
import io.chatty.domain.auth.Password;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.Preferences;
import io.chatty.testkit.Concurrently;
import io.chatty.testkit.RateFixtures;
import io.chatty.testkit.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterServiceTest {

    private final AuthScene scene = new AuthScene();

    @Test
    void makesAnAccountAndSignsItsPersonIn() {
        SignedIn anna = scene.registerAnna();

        assertThat(anna.user())
                .isEqualTo(scene.store.users().findById(anna.user().id()).orElseThrow());
        assertThat(anna.user().createdAt()).isEqualTo(Times.NOW);
        assertThat(anna.user().preferences()).isEqualTo(Preferences.DEFAULT);
        assertThat(anna.session().client()).isEqualTo(AuthScene.FIREFOX);
        assertThat(scene.authenticate(anna).session()).isEqualTo(anna.session());
    }

    @Test
    void storesTheHashOfThePasswordOnly() {
        SignedIn anna = scene.registerAnna();

        assertThat(scene.hasher.matches(AuthScene.PASSWORD, anna.user().passwordHash()))
                .isTrue();
        assertThat(anna.toString())
                .doesNotContain(AuthScene.PASSWORD.value(), anna.token().value());
    }

    @Test
    void refusesAnEmailThatIsTakenWhateverItsCase() {
        scene.registerAnna();

        assertThatThrownBy(() -> scene.register("ANNA@Example.org", AuthScene.PASSWORD))
                .hasMessage(ErrorCode.EMAIL_TAKEN.name());
    }

    @Test
    void makesOneAccountForManyAttemptsAtOnce() {
        assertThat(Concurrently.call(16, i -> registered())).containsOnlyOnce(true);
    }

    @ParameterizedTest
    @CsvSource({
        "1234567, TOO_SHORT",
        "a234567890123456789012345678901234567890123456789012345678901234567890123, TOO_LONG",
        "iloveyou, TOO_COMMON",
        "ANNA@example.org, TOO_COMMON",
        "anna lee, TOO_COMMON"
    })
    void refusesAPasswordThatMayNotBeChosenAndStoresNothing(String password, ViolationCode code) {
        assertThatThrownBy(() -> scene.register("anna@example.org", new Password(password)))
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(Violation::field, Violation::code)
                                .containsExactly(tuple("password", code)));
        assertThat(scene.store.users().findByEmail(new EmailAddress("anna@example.org")))
                .isEmpty();
    }

    @Test
    void refusesOneAccountTooManyFromAnAddress() {
        AuthScene limited = limited();
        limited.register("1@example.org", AuthScene.PASSWORD);
        limited.register("2@example.org", AuthScene.PASSWORD);

        assertThatThrownBy(() -> limited.register("3@example.org", AuthScene.PASSWORD))
                .isInstanceOf(RateLimitedException.class);

        assertThat(limited.store.users().findByEmail(new EmailAddress("3@example.org")))
                .isEmpty();
        assertThat(limited.register("4@example.org", AuthScene.PASSWORD, ClientAddress.of("192.0.2.2")))
                .isNotNull();
    }

    @Test
    void countsWhoeverAsksWhetherAnEmailIsTaken() {
        AuthScene limited = limited();
        limited.registerAnna();
        assertThatThrownBy(limited::registerAnna).hasMessage(ErrorCode.EMAIL_TAKEN.name());

        assertThatThrownBy(limited::registerAnna).isInstanceOf(RateLimitedException.class);
    }

    @Test
    void doesNotCountWhoIsToldToChooseAnotherPassword() {
        AuthScene limited = limited();
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> limited.register("anna@example.org", new Password("iloveyou")))
                    .isInstanceOf(ValidationException.class);
        }

        assertThat(limited.registerAnna()).isNotNull();
    }

    private static AuthScene limited() {
        return new AuthScene(RateFixtures.plentyBut(RateLimit.REGISTRATIONS, RateFixtures.atOnce(2)));
    }

    private boolean registered() {
        try {
            scene.registerAnna();
            return true;
        } catch (ChatException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.EMAIL_TAKEN);
            return false;
        }
    }
}
