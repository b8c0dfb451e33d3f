package io.chatty.adapter.web;

import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;

import io.chatty.application.auth.Authenticated;
import io.chatty.application.user.BlockedPerson;
import io.chatty.domain.ClientAddress;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.auth.SessionToken;
import io.chatty.domain.presence.Presence;
import io.chatty.domain.presence.PresenceState;
import io.chatty.domain.user.BlockPosition;
import io.chatty.domain.user.DirectoryPosition;
import io.chatty.domain.user.DirectoryQuery;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.NameKey;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.ProfileChange;
import io.chatty.domain.user.User;
import io.chatty.testkit.Times;
import io.chatty.testkit.auth.SessionFixtures;
import java.util.List;
import java.util.Optional;
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
        given(getPerson.get(ANNA.id(), BOB.id())).willReturn(BOB.person());
        assertThat(call("GET", "/api/v1/users/u_bob").expect(200).text())
                .isEqualTo("{\"id\":\"u_bob\",\"name\":\"Bob Stone\"}");
    }

    @Test
    void knowsNobodyWhoIsNot() {
        given(getPerson.get(any(), any())).willThrow(ErrorCode.NOT_FOUND.refusal());
        call("GET", "/api/v1/users/u_nobody").refused(404, "not-found");
    }

    @Test
    void changesWhatIsNamedOfMe() {
        User renamed = ANNA.change(new ProfileChange(new DisplayName("Anna"), null, false, null));
        given(changeProfile.change(any(), any())).willReturn(renamed);

        Answer answer = call(
                        "PATCH", "/api/v1/me", "{\"name\":\" Anna \",\"preferences\":{\"presence\":false,\"x\":1}}")
                .expect(200);

        assertThat(answer.json().path("name").asString()).isEqualTo("Anna");
        assertThat(answer.json().at("/preferences/presence").asBoolean()).isFalse();
        verify(changeProfile).change(ANNA.id(), new ProfileChange(new DisplayName("Anna"), null, false, null));
    }

    @Test
    void looksUpThePersonOfAMailbox() {
        given(lookUpPerson.lookUp(ANNA.id(), BOB.email(), ClientAddress.of("127.0.0.1")))
                .willReturn(Optional.of(BOB.person()));

        assertThat(call("POST", "/api/v1/users/lookup", "{\"email\":\" bob@example.org \"}")
                        .expect(200)
                        .text())
                .isEqualTo("{\"items\":[{\"id\":\"u_bob\",\"name\":\"Bob Stone\"}]}");
        given(lookUpPerson.lookUp(any(), any(), any())).willReturn(Optional.empty());
        assertThat(call("POST", "/api/v1/users/lookup", "{\"email\":\"cara@example.org\"}")
                        .expect(200)
                        .text())
                .isEqualTo("{\"items\":[]}");
    }

    @Test
    void blocksAndUnblocks() {
        call("PUT", "/api/v1/me/blocks/u_bob").expect(204);
        verify(blockPerson).block(ANNA.id(), BOB.id());
        call("DELETE", "/api/v1/me/blocks/u_bob").expect(204);
        verify(unblockPerson).unblock(ANNA.id(), BOB.id());
        doThrow(ErrorCode.NOT_FOUND.refusal()).when(blockPerson).block(any(), any());
        call("PUT", "/api/v1/me/blocks/u_nobody").refused(404, "not-found");
    }

    @Test
    void listsWhomIBlockPageByPage() {
        BlockPosition place = new BlockPosition(Times.NOW, BOB.id());
        given(listBlocks.list(ANNA.id(), null, 2))
                .willReturn(List.of(
                        new BlockedPerson(BOB.person(), place),
                        new BlockedPerson(new Person(CARA.id(), null), new BlockPosition(Times.NOW, CARA.id()))));
        Answer first = call("GET", "/api/v1/me/blocks?limit=1").expect(200);
        assertThat(first.json().at("/items/0/id").asString()).isEqualTo("u_bob");
        String cursor = first.json().path("next").asString();

        given(listBlocks.list(ANNA.id(), place, 2))
                .willReturn(List.of(
                        new BlockedPerson(new Person(CARA.id(), null), new BlockPosition(Times.NOW, CARA.id()))));
        assertThat(call("GET", "/api/v1/me/blocks?limit=1&cursor=" + cursor)
                        .expect(200)
                        .text())
                .isEqualTo("{\"items\":[{\"id\":\"u_cara\",\"deleted\":true}]}");
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
