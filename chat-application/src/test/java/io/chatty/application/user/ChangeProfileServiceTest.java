package io.chatty.application.user;

import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static io.chatty.testkit.user.UserFixtures.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.chatty.domain.ErrorCode;
import io.chatty.domain.user.AccountField;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.Preferences;
import io.chatty.domain.user.ProfileChange;
import io.chatty.domain.user.RelationEvent;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserUpdated;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeProfileServiceTest {

    private static final ProfileChange RENAME = new ProfileChange(new DisplayName("Anna Stone"), null, null, null);

    private final UserScene scene = new UserScene();

    @Test
    void tellsOneselfAndThoseWithAMessageInCommonOfANewName() {
        scene.store.messages().append(draft(ANNA, BOB, "hello"));

        User renamed = scene.change(ANNA, RENAME);

        assertThat(renamed.name()).isEqualTo(new DisplayName("Anna Stone"));
        UserUpdated event = new UserUpdated(renamed.person(), scene.clock.instant());
        verify(scene.notifier).tell(ANNA.id(), event);
        verify(scene.notifier).tell(BOB.id(), event);
        verify(scene.notifier, never()).tell(eq(CARA.id()), any());
    }

    @Test
    void tellsNobodyOfPreferences() {
        scene.store.messages().append(draft(ANNA, BOB, "hello"));

        User changed = scene.change(ANNA, new ProfileChange(null, false, null, null));

        assertThat(changed.preferences()).isEqualTo(new Preferences(false, true, true));
        verifyNoInteractions(scene.notifier);
    }

    @Test
    void letsThoseWhoKeepWhatFollowsLookAgainEachTime() {
        List<RelationEvent> told = new ArrayList<>();
        scene.relations.follow(told::add);

        scene.change(ANNA, RENAME);
        scene.change(ANNA, RENAME);

        assertThat(told).containsExactly(changed(AccountField.NAME), changed(AccountField.NAME));
        assertThat(scene.relations.account(ANNA.id()).orElseThrow().person().name())
                .isEqualTo(RENAME.name());
    }

    @Test
    void tellsThoseOnlyOfWhatIsDifferent() {
        List<RelationEvent> told = new ArrayList<>();
        scene.relations.follow(told::add);

        scene.change(ANNA, new ProfileChange(ANNA.name(), true, false, true));

        assertThat(told).containsExactly(changed(AccountField.PRESENCE));
    }

    private static RelationEvent changed(AccountField field) {
        return new RelationEvent.AccountChanged(ANNA.id(), EnumSet.of(field));
    }

    @Test
    void changesNobodyWhoIsNotThere() {
        assertThatThrownBy(() -> scene.change(user("nobody"), RENAME)).hasMessage(ErrorCode.NOT_FOUND.name());
    }
}
