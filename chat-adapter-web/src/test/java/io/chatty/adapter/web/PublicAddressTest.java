package io.chatty.adapter.web;

import static io.chatty.testkit.user.UserFixtures.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import io.chatty.application.auth.SignedIn;
import io.chatty.domain.auth.SessionToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A server that people reach by https through a proxy, and that lets one other page in. */
@TestPropertySource(
        properties = {
            "chatty.public-url=https://chat.example.org",
            "chatty.allowed-origins=https://app.example.com",
            "chatty.limits.body-bytes=2KB"
        })
class PublicAddressTest extends WebTest {

    private static final String OWN = "https://chat.example.org";
    private static final String FRIEND = "https://app.example.com";
    private static final String COOKIE = "__Host-chatty=" + TOKEN;

    @BeforeEach
    void letAnnaIn() {
        given(logIn.logIn(any(), any(), any(), any())).willReturn(new SignedIn(ANNA, SESSION, new SessionToken(TOKEN)));
        given(getMe.get(ANNA.id())).willReturn(ANNA);
    }

    @Test
    void asksBrowsersToComeByHttpsOnly() {
        String aYear = "max-age=31536000; includeSubDomains";
        assertThat(anonymous("GET", "/").expect(200).header("Strict-Transport-Security"))
                .isEqualTo(aYear);
        assertThat(anonymous("GET", "/nothing").refused(404, "not-found").header("Strict-Transport-Security"))
                .isEqualTo(aYear);
    }

    @Test
    void keepsWindowsOfOtherSitesApart() {
        assertThat(anonymous("GET", "/").expect(200).header("Cross-Origin-Opener-Policy"))
                .isEqualTo("same-origin");
    }

    @Test
    void bindsTheCookieToHttpsAndThisHost() {
        Answer answer = anonymous("POST", "/api/v1/sessions")
                .header("Origin", OWN)
                .json("{\"email\":\"a@b\",\"password\":\"p\",\"tokenDelivery\":\"cookie\"}")
                .expect(201);
        assertThat(answer.header("Set-Cookie"))
                .startsWith(COOKIE + "; Path=/; Max-Age=2592000;")
                .contains("; Secure; HttpOnly; SameSite=Strict")
                .doesNotContain("Domain");
        anonymous("GET", "/api/v1/me").header("Cookie", COOKIE).expect(200);
        anonymous("GET", "/api/v1/me").header("Cookie", "chatty=" + TOKEN).refused(401, "authentication-required");
    }

    @Test
    void takesThePublicAddressForItsOrigin() {
        anonymous("DELETE", "/api/v1/sessions/current")
                .header("Cookie", COOKIE)
                .header("Origin", OWN)
                .expect(204);
        anonymous("DELETE", "/api/v1/sessions/current")
                .header("Cookie", COOKIE)
                .header("Origin", "http://localhost:" + port)
                .refused(403, "origin-not-allowed");
    }

    @Test
    void letsTheOtherPageReadAnswersWithoutCookies() {
        Answer answer = call("GET", "/api/v1/me").header("Origin", FRIEND).expect(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("Link", "Location", "X-Request-Id");
        assertThat(anonymous("GET", "/api/v1/me")
                        .header("Origin", FRIEND)
                        .refused(401, "authentication-required")
                        .header("Access-Control-Allow-Origin"))
                .isEqualTo(FRIEND);
    }

    @Test
    void answersTheOtherPagesPreflight() {
        Answer answer = anonymous("OPTIONS", "/api/v1/messages")
                .header("Origin", FRIEND)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization, content-type, idempotency-key")
                .expect(200)
                .assertHeaders();
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void refusesAllOtherPages() {
        for (String origin : new String[] {"https://evil.example", "https://app.example.com.evil.example", "null"}) {
            Answer preflight = anonymous("OPTIONS", "/api/v1/messages")
                    .header("Origin", origin)
                    .header("Access-Control-Request-Method", "POST")
                    .refused(403, "origin-not-allowed");
            assertThat(preflight.header("Access-Control-Allow-Origin")).isNull();
            assertThat(call("GET", "/api/v1/me")
                            .header("Origin", origin)
                            .refused(403, "origin-not-allowed")
                            .header("Access-Control-Allow-Origin"))
                    .isNull();
        }
    }

    @Test
    void doesNotTakeItsOwnPageForAnother() {
        Answer answer = call("GET", "/api/v1/me").header("Origin", OWN).expect(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void keepsTheLimitThatIsConfigured() {
        assertThat(anonymous("GET", "/api/v1/server")
                        .expect(200)
                        .json()
                        .at("/limits/bodyBytes")
                        .asInt())
                .isEqualTo(2_048);
        anonymous("POST", "/api/v1/sessions").json(" ".repeat(2_049)).refused(413, "payload-too-large");
    }
}
