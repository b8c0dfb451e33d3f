package io.chatty.adapter.web;

import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.verify;

import io.chatty.application.auth.Authenticated;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.auth.SessionToken;
import io.chatty.domain.presence.Presence;
import io.chatty.domain.presence.PresenceState;
import io.chatty.domain.user.DirectoryPosition;
import io.chatty.domain.user.DirectoryQuery;
import io.chatty.domain.user.NameKey;
import io.chatty.testkit.Times;
import io.chatty.testkit.auth.SessionFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Me, the others, and where they are. */
class UserTest extends WebTest {

    @Test
    void tellsMeWhoIAm() {
        given(getMe.get(ANNA.id())).willReturn(ANNA);
        Answer answer = call("GET", "/api/v1/me").expect(200).assertHeaders();
        assertThat(answer.json().path("email").asString()).isEqualTo("anna@example.org");
        assertThat(answer.json().path("createdAt").asString()).isEqualTo("2026-11-22T14:03:11.402Z");
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("application/json;charset=UTF-8");
    }

    @Test
    void showsOnlyWhatEverybodyMayKnowOfAnother() {
        given(getPerson.get(BOB.id())).willReturn(BOB.person());
        assertThat(call("GET", "/api/v1/users/u_bob").expect(200).text())
                .isEqualTo("{\"id\":\"u_bob\",\"name\":\"Bob Stone\"}");
    }

    @Test
    void knowsNobodyWhoIsNot() {
        given(getPerson.get(any())).willThrow(ErrorCode.NOT_FOUND.refusal());
        call("GET", "/api/v1/users/u_nobody").refused(404, "not-found");
    }

    @Test
    void listsPeoplePageByPage() {
        given(browseDirectory.browse(new DirectoryQuery(ANNA.id(), NameKey.of("ca b"), null, 2)))
                .willReturn(List.of(BOB.person(), CARA.person()));
        Answer first =
                call("GET", "/api/v1/users?limit=1&unknown=1&q=C%C3%A1%20B").expect(200);
        assertThat(first.json().path("items")).hasSize(1);
        String cursor = first.json().path("next").asString();
        assertThat(first.header("Link"))
                .isEqualTo("</api/v1/users?limit=1&q=C%C3%A1+B&cursor=" + cursor + ">; rel=\"next\"");

        given(browseDirectory.browse(
                        new DirectoryQuery(ANNA.id(), NameKey.of("ca b"), DirectoryPosition.of(BOB.person()), 2)))
                .willReturn(List.of(CARA.person()));
        Answer last = call("GET", "/api/v1/users?limit=1&q=C%C3%A1+B&cursor=" + cursor)
                .expect(200);
        assertThat(last.text()).isEqualTo("{\"items\":[{\"id\":\"u_cara\",\"name\":\"Cara Núñez\"}]}");
        assertThat(last.header("Link")).isNull();
    }

    @Test
    void asksForFiftyPeopleWhereNoLimitIsGiven() {
        given(browseDirectory.browse(any())).willReturn(List.of());
        assertThat(call("GET", "/api/v1/users?q=").expect(200).text()).isEqualTo("{\"items\":[]}");
        verify(browseDirectory).browse(new DirectoryQuery(ANNA.id(), null, null, 51));
    }

    @Test
    void refusesCursorsOfAnotherSearchOrListOrPerson() {
        given(browseDirectory.browse(any())).willReturn(List.of(BOB.person(), CARA.person()));
        String cursor = call("GET", "/api/v1/users?limit=1")
                .expect(200)
                .json()
                .path("next")
                .asString();
        call("GET", "/api/v1/users?cursor=" + cursor).expect(200);
        call("GET", "/api/v1/users?q=b&cursor=" + cursor).refused(400, "invalid-cursor");
        call("GET", "/api/v1/conversations?cursor=" + cursor).refused(400, "invalid-cursor");
        call("GET", "/api/v1/users?cursor=" + cursor.substring(1)).refused(400, "invalid-cursor");

        doReturn(new Authenticated(SessionFixtures.session("phone", BOB), false))
                .when(authenticate)
                .authenticate(new SessionToken("bob"));
        anonymous("GET", "/api/v1/users?cursor=" + cursor)
                .header("Authorization", "Bearer bob")
                .refused(400, "invalid-cursor");
    }

    @Test
    void tellsWherePeopleAreInTheOrderAskedForAndNobodyIsOffline() {
        given(getPresence.get(ANNA.id(), List.of(CARA.id(), BOB.id())))
                .willReturn(List.of(
                        new Presence(CARA.id(), PresenceState.OFFLINE, Times.NOW),
                        new Presence(BOB.id(), PresenceState.AWAY, null)));
        assertThat(call("GET", "/api/v1/presence?userIds=u_cara,%2Fetc,,u_bob,u_bob")
                        .expect(200)
                        .text())
                .isEqualTo("{\"items\":["
                        + "{\"userId\":\"u_cara\",\"state\":\"offline\",\"lastSeenAt\":\"2026-11-22T14:03:11.402Z\"},"
                        + "{\"userId\":\"/etc\",\"state\":\"offline\"},"
                        + "{\"userId\":\"u_bob\",\"state\":\"away\"}]}");
    }
}
