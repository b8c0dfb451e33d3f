package io.chatty.application.conversation;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.verifyNoInteractions;

import io.chatty.domain.ErrorCode;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationFilter;
import io.chatty.domain.conversation.ConversationUpdated;
import io.chatty.domain.conversation.SettingsChange;
import io.chatty.domain.user.User;
import org.junit.jupiter.api.Test;

class ChangeConversationSettingsServiceTest {

    private static final SettingsChange ARCHIVE = new SettingsChange(null, true, null, null);

    private final ConversationScene scene = new ConversationScene();

    @Test
    void changesOnesOwnAndTellsOnesOwnDevices() {
        scene.send(ANNA, BOB, "hi");
        scene.startListening();

        ConversationEntry entry = change(BOB, new SettingsChange(true, true, true, true));

        assertThat(entry.settings().muted()).isTrue();
        assertThat(entry.archived()).isTrue();
        assertThat(entry.settings().pinned()).isTrue();
        assertThat(entry.markedUnread()).isTrue();
        assertThat(entry.ownVersion()).isEqualTo(1);
        assertThat(scene.toldTo(BOB)).containsExactly(new ConversationUpdated(entry, false, scene.clock.instant()));
        assertThat(scene.toldTo(ANNA)).isEmpty();
    }

    @Test
    void tellsNobodyWhereNothingChanges() {
        scene.send(ANNA, BOB, "hi");
        change(BOB, ARCHIVE);
        scene.startListening();

        change(BOB, ARCHIVE);

        verifyNoInteractions(scene.notifier);
    }

    @Test
    void movesAConversationBetweenTheLists() {
        scene.send(ANNA, BOB, "hi");

        change(BOB, ARCHIVE);

        assertThat(list(ConversationFilter.ALL)).isZero();
        assertThat(list(ConversationFilter.ARCHIVED)).isOne();

        scene.send(ANNA, BOB, "again");

        assertThat(list(ConversationFilter.ALL)).isOne();
        assertThat(list(ConversationFilter.ARCHIVED)).isZero();
    }

    @Test
    void doesNotExistForSomebodyElse() {
        scene.send(ANNA, BOB, "hi");

        assertThatThrownBy(() -> change(CARA, ARCHIVE)).hasMessage(ErrorCode.NOT_FOUND.name());
    }

    private ConversationEntry change(User user, SettingsChange change) {
        return scene.assembly
                .changeConversationSettings()
                .change(user.id(), ANNA_WITH_BOB, change)
                .entry();
    }

    private int list(ConversationFilter filter) {
        return scene.assembly
                .listConversations()
                .list(BOB.id(), filter, null, 10)
                .size();
    }
}
