package io.chatty.application.auth;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import io.chatty.domain.ErrorCode;
import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionRevoked;
import io.chatty.testkit.Concurrently;
import org.junit.jupiter.api.Test;

class LogOutServiceTest {

    private final AuthScene scene = new AuthScene();
    private final SignedIn anna = scene.registerAnna();

    @Test
    void endsTheSessionBeforeItTellsItsConnections() {
        doAnswer(told -> {
                    assertRevoked();
                    return null;
                })
                .when(scene.notifier)
                .tell(any());

        logOut(anna.session());

        assertRevoked();
        verify(scene.notifier)
                .tell(new SessionRevoked(anna.session().id(), anna.user().id(), scene.clock.instant()));
    }

    @Test
    void leavesOtherSessionsAlone() {
        SignedIn other = scene.logIn("anna@example.org", AuthScene.PASSWORD);

        logOut(other.session());

        scene.authenticate(anna);
    }

    @Test
    void tellsOnceHoweverOftenItIsAsked() {
        Concurrently.call(8, i -> {
            logOut(anna.session());
            return i;
        });

        verify(scene.notifier, times(1)).tell(any());
        verifyNoMoreInteractions(scene.notifier);
    }

    private void logOut(Session session) {
        scene.assembly.logOut().logOut(session);
    }

    private void assertRevoked() {
        assertThatThrownBy(() -> scene.authenticate(anna)).hasMessage(ErrorCode.SESSION_REVOKED.name());
    }
}
