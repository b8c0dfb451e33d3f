package io.chatty.application.conversation;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.verifyNoInteractions;

import io.chatty.application.conversation.OpenConversationUseCase.Opened;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.conversation.Head;
import io.chatty.testkit.Concurrently;
import io.chatty.testkit.Times;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpenConversationServiceTest {

    private final ConversationScene scene = new ConversationScene();

    @Test
    void opensOnceAndFindsItOpenAfterwards() {
        Opened first = open();
        scene.clock.advance(Duration.ofHours(1));
        Opened second = open();

        assertThat(first.created()).isTrue();
        assertThat(first.conversation().peer()).isEqualTo(BOB.person());
        assertThat(first.conversation().entry().head()).isEqualTo(Head.EMPTY);
        assertThat(first.conversation().entry().createdAt()).isEqualTo(Times.NOW);
        assertThat(second).isEqualTo(new Opened(first.conversation(), false));
    }

    @Test
    void opensOnceForManyAtOnce() {
        assertThat(Concurrently.call(16, i -> open().created())).containsOnlyOnce(true);
    }

    @Test
    void existsForTheOpenerOnlyUntilTheFirstMessage() {
        open();

        assertThatThrownBy(() -> scene.assembly.getConversation().get(BOB.id(), ANNA_WITH_BOB))
                .hasMessage(ErrorCode.NOT_FOUND.name());
        assertThat(scene.assembly
                        .openConversation(scene.limiter)
                        .open(BOB.id(), ANNA.id())
                        .created())
                .isTrue();
    }

    @Test
    void tellsNobody() {
        open();

        verifyNoInteractions(scene.notifier);
    }

    @Test
    void isNotFoundWithNobodyAndRefusedWithOneself() {
        assertThatThrownBy(() -> scene.assembly
                        .openConversation(scene.limiter)
                        .open(ANNA.id(), user("nobody").id()))
                .hasMessage(ErrorCode.NOT_FOUND.name());
        assertThatThrownBy(() -> scene.assembly.openConversation(scene.limiter).open(ANNA.id(), ANNA.id()))
                .hasMessage(ErrorCode.CANNOT_MESSAGE_SELF.name());
    }

    private Opened open() {
        return scene.assembly.openConversation(scene.limiter).open(ANNA.id(), BOB.id());
    }
}
