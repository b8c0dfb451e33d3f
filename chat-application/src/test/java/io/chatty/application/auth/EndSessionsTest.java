package io.chatty.application.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import io.chatty.domain.ErrorCode;
import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionId;
import io.chatty.domain.auth.SessionRevoked;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndSessionsTest {

    private final AuthScene scene = new AuthScene();
    private final SignedIn laptop = scene.registerAnna();
    private final SignedIn phone = scene.logIn("anna@example.org", AuthScene.PASSWORD);
    private final SignedIn bob = scene.register("bob@example.org", AuthScene.PASSWORD);

    @Test
    void showsOnesOwnSessionsThatLive() {
        assertThat(list()).containsExactlyInAnyOrder(laptop.session(), phone.session());
        assertThat(get(phone)).isEqualTo(phone.session());
        assertThatThrownBy(() -> get(bob)).hasMessage(ErrorCode.NOT_FOUND.name());

        end(phone);

        assertThat(list()).containsExactly(laptop.session());
        assertThatThrownBy(() -> get(phone)).hasMessage(ErrorCode.NOT_FOUND.name());
    }

    @Test
    void endsOneOfThemAndTellsItsConnectionsOnce() {
        end(phone);
        end(phone);

        assertRevoked(phone);
        scene.authenticate(laptop);
        verify(scene.notifier).tell(revoked(phone));
        verifyNoMoreInteractions(scene.notifier);
    }

    @Test
    void endsNobodyElses() {
        assertThatThrownBy(() -> end(bob)).hasMessage(ErrorCode.NOT_FOUND.name());
        assertThatThrownBy(() -> scene.assembly.endSession().end(laptop.user().id(), new SessionId("s_unknown")))
                .hasMessage(ErrorCode.NOT_FOUND.name());
        scene.authenticate(bob);
    }

    @Test
    void endsAllOthers() {
        scene.assembly.endOtherSessions().endOthers(laptop.session());

        assertRevoked(phone);
        scene.authenticate(laptop);
        scene.authenticate(bob);
        verify(scene.notifier).tell(revoked(phone));
        verifyNoMoreInteractions(scene.notifier);
    }

    private void assertRevoked(SignedIn session) {
        assertThatThrownBy(() -> scene.authenticate(session)).hasMessage(ErrorCode.SESSION_REVOKED.name());
    }

    private SessionRevoked revoked(SignedIn session) {
        return new SessionRevoked(session.session().id(), session.user().id(), scene.clock.instant());
    }

    private List<Session> list() {
        return scene.assembly.listSessions().list(laptop.user().id());
    }

    private Session get(SignedIn session) {
        return scene.assembly
                .getSession()
                .get(laptop.user().id(), session.session().id());
    }

    private void end(SignedIn session) {
        scene.assembly.endSession().end(laptop.user().id(), session.session().id());
    }
}
