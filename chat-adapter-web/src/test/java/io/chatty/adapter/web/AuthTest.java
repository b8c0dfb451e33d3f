package io.chatty.adapter.web;

import static io.chatty.testkit.user.UserFixtures.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.chatty.application.auth.Authenticated;
import io.chatty.application.auth.SignedIn;
import io.chatty.domain.ClientAddress;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.ValidationException;
import io.chatty.domain.ViolationCode;
import io.chatty.domain.auth.ClientLabel;
import io.chatty.domain.auth.Password;
import io.chatty.domain.auth.SessionToken;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.EmailAddress;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registering, signing in and out, and how a session is recognised. */
class AuthTest extends WebTest {

    private static final String CREDENTIALS = "{\"email\":\"anna@example.org\",\"password\":\"three tall trees\"%s}";
    private static final String FOR_A_COOKIE = CREDENTIALS.formatted(",\"tokenDelivery\":\"cookie\"");
    private static final SignedIn SIGNED_IN = new SignedIn(ANNA, SESSION, new SessionToken(TOKEN));
    private static final String COOKIE =
            "chatty=" + TOKEN + "; Path=/; Max-Age=2592000; Expires=.*; HttpOnly; SameSite=Strict";

    @BeforeEach
    void letAnnaIn() {
        given(logIn.logIn(any(), any(), any(), any())).willReturn(SIGNED_IN);
        given(register.register(any(), any(), any(), any(), any())).willReturn(SIGNED_IN);
        given(getMe.get(ANNA.id())).willReturn(ANNA);
    }

    @Test
    void registersAPersonWhoIsThenSignedIn() {
        Answer answer = anonymous("POST", "/api/v1/accounts")
                .json(
                        "{\"email\":\" anna@example.org \",\"name\":\" Anna Lee \",\"password\":\" p \",\"client\":\"curl\"}")
                .expect(201)
                .assertHeaders();
        assertThat(answer.header("Location")).isEqualTo("/api/v1/me");
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().at("/user/email").asString()).isEqualTo("anna@example.org");
        assertThat(answer.json().at("/user/preferences/discoverable").asBoolean())
                .isTrue();
        assertThat(answer.json().at("/session/current").asBoolean()).isTrue();
        assertThat(answer.json().path("token").asString()).isEqualTo(TOKEN);
        verify(register)
                .register(
                        new EmailAddress("anna@example.org"),
                        new DisplayName("Anna Lee"),
                        new Password(" p "),
                        new ClientLabel("curl"),
                        ClientAddress.of("127.0.0.1"));
    }

    @Test
    void saysWhyAnAccountIsRefused() {
        String account = "{\"email\":\"a@b\",\"name\":\"A\",\"password\":\"three tall trees\"}";
        given(register.register(any(), any(), any(), any(), any())).willThrow(ErrorCode.EMAIL_TAKEN.refusal());
        anonymous("POST", "/api/v1/accounts").json(account).refused(409, "email-taken");
        doThrow(ValidationException.of("password", ViolationCode.TOO_LONG, "A password has at most 72 bytes."))
                .when(register)
                .register(any(), any(), any(), any(), any());
        assertThat(anonymous("POST", "/api/v1/accounts")
                        .json(account)
                        .refused(400, "validation-failed")
                        .errors())
                .containsExactly("/password too-long");
    }

    @Test
    void signsAPersonIn() {
        Answer answer = anonymous("POST", "/api/v1/sessions")
                .json(CREDENTIALS.formatted(""))
                .expect(201);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/sessions/s_laptop");
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.json().at("/session/id").asString()).isEqualTo("s_laptop");
        assertThat(answer.json().at("/user/id").asString()).isEqualTo("u_anna");
        assertThat(answer.json().path("token").asString()).isEqualTo(TOKEN);
        verify(logIn).logIn("anna@example.org", new Password("three tall trees"), null, ClientAddress.of("127.0.0.1"));
    }

    @Test
    void signsInWhateverOldCredentialsComeAlong() {
        anonymous("POST", "/api/v1/sessions")
                .header("Authorization", "Bearer old")
                .header("Cookie", "chatty=old")
                .json(CREDENTIALS.formatted(""))
                .expect(201);
        verifyNoInteractions(authenticate);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@example.org", "", "not an e-mail", "\\u0000"})
    void tellsNobodyWhatIsWrongWithCredentials(String email) {
        given(logIn.logIn(any(), any(), any(), any())).willThrow(ErrorCode.INVALID_CREDENTIALS.refusal());
        anonymous("POST", "/api/v1/sessions")
                .json("{\"email\":\"" + email + "\",\"password\":\"" + "p".repeat(100) + "\"}")
                .refused(401, "invalid-credentials");
    }

    @Test
    void handsTheTokenOverInACookieWhereAPageAsks() {
        Answer answer = anonymous("POST", "/api/v1/sessions").json(FOR_A_COOKIE).expect(201);
        assertThat(answer.header("Set-Cookie")).matches(COOKIE);
        assertThat(answer.json().has("token")).isFalse();
        assertThat(answer.text()).doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://localhost:1"
    })
    void handsNoCookieToAnotherPage(String header, String value) {
        anonymous("POST", "/api/v1/sessions")
                .header(header, value)
                .json(FOR_A_COOKIE)
                .refused(403, "origin-not-allowed");
        anonymous("POST", "/api/v1/accounts")
                .header(header, value)
                .json(
                        "{\"email\":\"a@b\",\"name\":\"A\",\"password\":\"three tall trees\",\"tokenDelivery\":\"cookie\"}")
                .refused(403, "origin-not-allowed");
        verifyNoInteractions(logIn, register);
        anonymous("POST", "/api/v1/sessions")
                .header(header, value)
                .json(CREDENTIALS.formatted(",\"tokenDelivery\":\"body\""))
                .expect(201);
    }

    @Test
    void recognisesABearerWhateverTheCaseOfItsScheme() {
        for (String scheme : new String[] {"Bearer", "bearer", "BEARER"}) {
            anonymous("GET", "/api/v1/me")
                    .header("Authorization", scheme + " " + TOKEN)
                    .expect(200);
        }
    }

    @Test
    void recognisesACookie() {
        Answer answer = anonymous("GET", "/api/v1/me")
                .header("Cookie", "other=1; chatty=" + TOKEN)
                .expect(200);
        assertThat(answer.header("Set-Cookie")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer", "Basic YTpi", "", "nonsense"})
    void letsTheHeaderAloneDecide(String authorization) {
        anonymous("GET", "/api/v1/me")
                .header("Authorization", authorization)
                .header("Cookie", "chatty=" + TOKEN)
                .refused(401, "authentication-required");
    }

    @Test
    void refusesTwoHeadersAndTwoCookies() {
        anonymous("GET", "/api/v1/me")
                .header("Authorization", "Bearer " + TOKEN)
                .header("Authorization", "Bearer " + TOKEN)
                .refused(401, "authentication-required");
        anonymous("GET", "/api/v1/me")
                .header("Cookie", "chatty=planted; chatty=" + TOKEN)
                .refused(401, "authentication-required");
        anonymous("GET", "/api/v1/me")
                .header("Cookie", "__Host-chatty=" + TOKEN)
                .refused(401, "authentication-required");
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCode.class,
            names = {"SESSION_EXPIRED", "SESSION_REVOKED", "TEMPORARILY_UNAVAILABLE"})
    void saysWhyASessionIsNotRecognised(ErrorCode code) {
        doThrow(code.refusal()).when(authenticate).authenticate(any());
        int status = code == ErrorCode.TEMPORARILY_UNAVAILABLE ? 503 : 401;
        String word = code.name().toLowerCase(Locale.ROOT).replace('_', '-');
        call("GET", "/api/v1/me").refused(status, word);
        anonymous("GET", "/api/v1/me").header("Cookie", "chatty=x").refused(status, word);
    }

    @Test
    void sendsTheCookieAgainWhenTheSessionSlid() {
        doReturn(new Authenticated(SESSION, true)).when(authenticate).authenticate(new SessionToken(TOKEN));
        assertThat(anonymous("GET", "/api/v1/me")
                        .header("Cookie", "chatty=" + TOKEN)
                        .expect(200)
                        .header("Set-Cookie"))
                .matches(COOKIE);
        assertThat(call("GET", "/api/v1/me").expect(200).header("Set-Cookie")).isNull();
    }

    @Test
    void signsAPersonOutAndClearsTheCookie() {
        Answer answer = call("DELETE", "/api/v1/sessions/current").expect(204).assertHeaders();
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Set-Cookie"))
                .startsWith("chatty=; Path=/; Max-Age=0;")
                .contains("HttpOnly");
        verify(logOut).logOut(SESSION);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, same-origin, 204",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, none, 403",
        "Origin, http://localhost:PORT, 204",
        "Origin, HTTP://LOCALHOST:PORT, 204",
        "Origin, https://localhost:PORT, 403",
        "Origin, http://localhost, 403",
        "Origin, http://evil.example, 403",
        "Origin, null, 403",
        "X-Nothing, x, 403"
    })
    void asksAnUnsafeRequestOnACookieToComeFromOurOwnPage(String header, String value, int status) {
        Call call = anonymous("DELETE", "/api/v1/sessions/current")
                .header("Cookie", "chatty=" + TOKEN)
                .header(header, value.replace("PORT", String.valueOf(port)));
        if (status == 403) {
            call.refused(403, "origin-not-allowed");
            verifyNoInteractions(logOut);
        } else {
            call.expect(status);
        }
    }

    @Test
    void believesTheBrowserMoreThanTheOrigin() {
        anonymous("DELETE", "/api/v1/sessions/current")
                .header("Cookie", "chatty=" + TOKEN)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Origin", "http://localhost:" + port)
                .refused(403, "origin-not-allowed");
    }

    @Test
    void asksABearerForNoOrigin() {
        call("DELETE", "/api/v1/sessions/current")
                .header("Cookie", "chatty=" + TOKEN)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Origin", "https://evil.example")
                .expect(204);
    }
}
