package io.chatty.application.user;

import static io.chatty.domain.RateLimit.LOOKUPS;
import static io.chatty.domain.RateLimit.LOOKUPS_PER_ADDRESS;
import static io.chatty.testkit.RateFixtures.atOnce;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatty.domain.ClientAddress;
import io.chatty.domain.RateLimitedException;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.User;
import io.chatty.testkit.RateFixtures;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody finds out by looking up e-mails who of very many is here. */
class LookUpLimitsTest {

    private static final ClientAddress ELSEWHERE = ClientAddress.of("192.0.2.2");

    private final UserScene scene =
            new UserScene(RateFixtures.plentyBut(Map.of(LOOKUPS, atOnce(2), LOOKUPS_PER_ADDRESS, atOnce(3))));

    @Test
    void refusesAPersonWhoLooksUpTooManyWhetherOrNotTheyExist() {
        lookUp(ANNA, BOB.email(), UserScene.HOME);
        lookUp(ANNA, new EmailAddress("nobody@example.org"), ELSEWHERE);

        assertThat(refusal(ANNA, ELSEWHERE).limit()).isEqualTo(LOOKUPS);
    }

    @Test
    void refusesAnAddressFromWhichTooManyAreLookedUp() {
        lookUp(ANNA, CARA.email(), UserScene.HOME);
        lookUp(ANNA, CARA.email(), UserScene.HOME);
        lookUp(BOB, CARA.email(), UserScene.HOME);

        assertThat(refusal(BOB, UserScene.HOME).limit()).isEqualTo(LOOKUPS_PER_ADDRESS);
        lookUp(BOB, CARA.email(), ELSEWHERE);
    }

    @Test
    void findsAgainAfterTheTimeItSaid() {
        lookUp(ANNA, CARA.email(), UserScene.HOME);
        lookUp(ANNA, CARA.email(), UserScene.HOME);

        scene.clock.advance(refusal(ANNA, UserScene.HOME).retryAfter());

        assertThat(scene.assembly.lookUpPerson(scene.limiter).lookUp(ANNA.id(), BOB.email(), UserScene.HOME))
                .contains(BOB.person());
    }

    private void lookUp(User viewer, EmailAddress email, ClientAddress from) {
        scene.assembly.lookUpPerson(scene.limiter).lookUp(viewer.id(), email, from);
    }

    private RateLimitedException refusal(User viewer, ClientAddress from) {
        return catchThrowableOfType(RateLimitedException.class, () -> lookUp(viewer, CARA.email(), from));
    }
}
