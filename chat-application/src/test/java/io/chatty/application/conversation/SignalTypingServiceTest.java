package io.chatty.application.conversation;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.verifyNoInteractions;

import io.chatty.domain.ErrorCode;
import io.chatty.domain.conversation.TypingChanged;
import org.junit.jupiter.api.Test;

class SignalTypingServiceTest {

    private final ConversationScene scene = new ConversationScene();

    @Test
    void tellsThePeerOnly() {
        scene.send(ANNA, BOB, "hi");
        scene.startListening();

        signal(true);
        signal(false);

        assertThat(scene.toldTo(BOB))
                .containsExactly(
                        new TypingChanged(ANNA_WITH_BOB, ANNA.id(), true, scene.clock.instant()),
                        new TypingChanged(ANNA_WITH_BOB, ANNA.id(), false, scene.clock.instant()));
        assertThat(scene.toldTo(ANNA)).isEmpty();
    }

    @Test
    void tellsNothingToAPeerWhoDoesNotKnowOfTheConversationYet() {
        scene.assembly.openConversation(scene.limiter).open(ANNA.id(), BOB.id());

        signal(true);

        verifyNoInteractions(scene.notifier);
    }

    @Test
    void isNotFoundForSomebodyElse() {
        scene.send(ANNA, BOB, "hi");
        scene.startListening();

        assertThatThrownBy(() -> scene.assembly.signalTyping().signal(CARA.id(), ANNA_WITH_BOB, true))
                .hasMessage(ErrorCode.NOT_FOUND.name());
        verifyNoInteractions(scene.notifier);
    }

    private void signal(boolean active) {
        scene.assembly.signalTyping().signal(ANNA.id(), ANNA_WITH_BOB, active);
    }
}
