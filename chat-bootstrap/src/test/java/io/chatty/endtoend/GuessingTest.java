package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.Credentials;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.RestAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Passwords and e-mails cannot be guessed in any number, wherever the guesses come from. */
@UsualLimitsTest
class GuessingTest {

    @LocalServerPort
    private int port;

    private ChattyServer server;
    private ChattyPerson alice;

    @BeforeEach
    void register() {
        server = ChattyServer.at("http://localhost:" + port);
        alice = server.from(Addresses.fresh()).register("Alice");
    }

    @Test
    void endsBeforeTheHundredthFailureHoweverManyAddressesItComesFrom() {
        assertThat(failuresBeforeTheRefusal(alice.credentials().email())).isBetween(10, 99);
    }

    @Test
    void tellsNobodyByItsLimitsWhoHasAnAccount() {
        // A moment more or less lets one more through.
        assertThat(failuresBeforeTheRefusal(Credentials.invent("Nobody").email()))
                .isBetween(50, 53);
        assertThat(failuresBeforeTheRefusal(alice.credentials().email())).isBetween(50, 53);
    }

    @Test
    void leavesTheOneAloneWhosePasswordIsGuessedAt() {
        try (ChattySession live = alice.connect()) {
            failuresBeforeTheRefusal(alice.credentials().email());

            assertThat(alice.rest().get("/api/v1/me").status()).isEqualTo(200);
            live.appear("active");
        }
    }

    @Test
    void refusesTheEleventhPasswordFromOneAddress() {
        String address = Addresses.fresh();
        for (int i = 0; i < 10; i++) {
            guess(alice.credentials().email(), address).expectProblem(401, "invalid-credentials");
        }

        RestAnswer refused = signIn(alice.credentials(), address);

        refused.expectProblem(429, "rate-limited");
        assertThat(Integer.parseInt(String.valueOf(refused.header("Retry-After"))))
                .isBetween(1, 6);
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"password-attempts\";q=10;w=60");
        assertThat(refused.header("RateLimit")).matches("\"password-attempts\";r=0;t=[1-6]");
        signIn(alice.credentials(), Addresses.fresh()).expect(201);
        signIn(server.from(Addresses.fresh()).register("Bob").credentials(), address)
                .expect(201);
    }

    @Test
    void refusesOneAddressThatTriesEverybody() {
        String address = Addresses.fresh();
        int failures = 0;
        while (failures < 100
                && guess(Credentials.invent("Nobody").email(), address).status() == 401) {
            failures++;
        }

        assertThat(failures).isBetween(60, 75);
    }

    @Test
    void believesNobodyButTheProxyWhereItComesFrom() {
        String address = Addresses.fresh();
        for (int i = 0; i < 10; i++) {
            guess(alice.credentials().email(), Addresses.fresh() + ", " + address)
                    .expectProblem(401, "invalid-credentials");
        }

        guess(alice.credentials().email(), Addresses.fresh() + ", " + address).expectProblem(429, "rate-limited");
    }

    @Test
    void refusesTheSixthAccountFromOneAddress() {
        String address = Addresses.fresh();
        for (int i = 0; i < 5; i++) {
            server.from(address).register("Crowd");
        }

        RestAnswer refused = server.from(address).rest().post("/api/v1/accounts", account());

        refused.expectProblem(429, "rate-limited");
        assertThat(Integer.parseInt(String.valueOf(refused.header("Retry-After"))))
                .isBetween(150, 180);
        server.from(Addresses.fresh())
                .rest()
                .post("/api/v1/accounts", account())
                .expect(201);
    }

    /** Five guesses from each address, and never from the same again. */
    private int failuresBeforeTheRefusal(String email) {
        int failures = 0;
        while (failures < 110) {
            String address = Addresses.fresh();
            for (int i = 0; i < 5; i++) {
                RestAnswer answer = guess(email, address);
                if (answer.status() == 429) {
                    return failures;
                }
                answer.expectProblem(401, "invalid-credentials");
                failures++;
            }
        }
        return failures;
    }

    private RestAnswer guess(String email, String address) {
        return signIn(new Credentials("", email, "a wrong password"), address);
    }

    private RestAnswer signIn(Credentials credentials, String address) {
        return server.from(address)
                .rest()
                .post(
                        "/api/v1/sessions",
                        JsonObject.of("email", credentials.email(), "password", credentials.password()));
    }

    private static JsonObject account() {
        Credentials crowd = Credentials.invent("Crowd");
        return JsonObject.of("name", crowd.name(), "email", crowd.email(), "password", crowd.password());
    }
}
