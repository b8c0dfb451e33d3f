package io.chatty.adapter.web;

import static io.chatty.testkit.user.UserFixtures.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;

import io.chatty.domain.ClientAddress;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.auth.Password;
import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionId;
import io.chatty.testkit.Times;
import io.chatty.testkit.auth.SessionFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a person is signed in, the password, and the end of an account. */
class SessionTest extends WebTest {

    @Test
    void listsWhereAPersonIsSignedInPageByPage() {
        Session old = SessionFixtures.sessionAt("old", ANNA, Times.nowPlus(-60));
        given(listSessions.list(ANNA.id())).willReturn(List.of(SESSION, old));

        Answer first = call("GET", "/api/v1/sessions?limit=1").expect(200);

        assertThat(first.json().at("/items/0/id").asString()).isEqualTo("s_laptop");
        assertThat(first.json().at("/items/0/current").asBoolean()).isTrue();
        Answer last = call(
                        "GET",
                        "/api/v1/sessions?limit=1&cursor="
                                + first.json().path("next").asString())
                .expect(200);
        assertThat(last.json().at("/items/0/id").asString()).isEqualTo("s_old");
        assertThat(last.json().at("/items/0/current").asBoolean()).isFalse();
        assertThat(last.json().has("next")).isFalse();
    }

    @Test
    void showsTheSessionThatAsksAndOthersOfTheSamePerson() {
        given(getSession.get(ANNA.id(), new SessionId("s_phone"))).willReturn(SessionFixtures.session("phone", ANNA));
        assertThat(call("GET", "/api/v1/sessions/current")
                        .expect(200)
                        .json()
                        .path("id")
                        .asString())
                .isEqualTo("s_laptop");
        assertThat(call("GET", "/api/v1/sessions/s_phone")
                        .expect(200)
                        .json()
                        .path("current")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void endsSessionsAndClearsTheCookieOfTheOneThatAsks() {
        assertThat(call("DELETE", "/api/v1/sessions/s_phone").expect(204).header("Set-Cookie"))
                .isNull();
        verify(endSession).end(ANNA.id(), new SessionId("s_phone"));
        assertThat(call("DELETE", "/api/v1/sessions/s_laptop").expect(204).header("Set-Cookie"))
                .startsWith("chatty=; Path=/; Max-Age=0;");
        call("DELETE", "/api/v1/sessions").expect(204);
        verify(endOtherSessions).endOthers(SESSION);
    }

    @Test
    void changesThePasswordOrSaysWhyNot() {
        String json = "{\"currentPassword\":\"old one\",\"newPassword\":\"new one\"}";
        call("PUT", "/api/v1/me/password", json).expect(204);
        verify(changePassword)
                .change(SESSION, new Password("old one"), new Password("new one"), ClientAddress.of("127.0.0.1"));
        doThrow(ErrorCode.WRONG_PASSWORD.refusal()).when(changePassword).change(any(), any(), any(), any());
        call("PUT", "/api/v1/me/password", json).refused(403, "wrong-password");
    }

    @Test
    void deletesTheAccountAndClearsTheCookie() {
        String json = "{\"password\":\"three tall trees\"}";
        assertThat(call("POST", "/api/v1/me/deletion", json).expect(204).header("Set-Cookie"))
                .startsWith("chatty=; Path=/; Max-Age=0;");
        verify(deleteAccount).delete(SESSION, new Password("three tall trees"), ClientAddress.of("127.0.0.1"));
        doThrow(ErrorCode.WRONG_PASSWORD.refusal()).when(deleteAccount).delete(any(), any(), any());
        call("POST", "/api/v1/me/deletion", json).refused(403, "wrong-password");
    }
}
