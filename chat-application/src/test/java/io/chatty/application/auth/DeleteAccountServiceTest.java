package io.chatty.application.auth;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import io.chatty.domain.ErrorCode;
import io.chatty.domain.auth.Password;
import io.chatty.domain.auth.SessionRevoked;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserUpdated;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeleteAccountServiceTest {

    private final AuthScene scene = new AuthScene();
    private final SignedIn anna = scene.registerAnna();
    private final UserId id = anna.user().id();

    @BeforeEach
    void annaWroteToBobAndBlocksHim() {
        scene.store.users().add(BOB);
        scene.store.messages().append(draft(anna.user(), BOB, "hello"));
        scene.relations.block(id, BOB.id(), NOW);
    }

    @Test
    void leavesNothingOfAPersonButAnIdWithoutAName() {
        delete(AuthScene.PASSWORD);

        assertThatThrownBy(() -> scene.authenticate(anna)).hasMessage(ErrorCode.SESSION_REVOKED.name());
        assertThatThrownBy(() -> scene.logIn("anna@example.org", AuthScene.PASSWORD))
                .hasMessage(ErrorCode.INVALID_CREDENTIALS.name());
        assertThat(scene.relations.account(id).orElseThrow().isDeleted()).isTrue();
        assertThat(scene.store.blocks().list(id, null, 10)).isEmpty();
        assertThat(scene.store.users().findUnfinishedDeletions()).isEmpty();
        scene.registerAnna();
    }

    @Test
    void tellsThoseWithAMessageInCommonAndEndsConnections() {
        delete(AuthScene.PASSWORD);

        verify(scene.userNotifier).tell(BOB.id(), new UserUpdated(new Person(id, null), scene.clock.instant()));
        verifyNoMoreInteractions(scene.userNotifier);
        verify(scene.notifier).tell(new SessionRevoked(anna.session().id(), id, scene.clock.instant()));
    }

    @Test
    void asksForThePassword() {
        assertThatThrownBy(() -> delete(new Password("wrong"))).hasMessage(ErrorCode.WRONG_PASSWORD.name());

        scene.authenticate(anna);
        assertThat(scene.store.users().findById(id)).contains(anna.user());
    }

    @Test
    void isFinishedAtTheNextStartWhenItWasCutShort() {
        scene.store.users().delete(id, NOW);

        assertThat(scene.assembly.finishDeletions().finish()).isEqualTo(1);
        assertThat(scene.assembly.finishDeletions().finish()).isZero();

        assertThatThrownBy(() -> scene.authenticate(anna)).hasMessage(ErrorCode.SESSION_REVOKED.name());
        assertThat(scene.store.blocks().list(id, null, 10)).isEmpty();
    }

    private void delete(Password password) {
        scene.assembly.deleteAccount().delete(anna.session(), password, AuthScene.HOME);
    }
}
