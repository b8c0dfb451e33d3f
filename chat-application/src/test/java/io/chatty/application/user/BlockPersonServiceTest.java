package io.chatty.application.user;

import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static io.chatty.testkit.user.UserFixtures.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatty.domain.ErrorCode;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.User;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockPersonServiceTest {

    private final UserScene scene = new UserScene();

    @Test
    void listsWhomAPersonBlocksTheLatestFirst() {
        block(BOB);
        scene.clock.advance(Duration.ofSeconds(1));
        block(CARA);
        block(BOB);

        assertThat(blocked()).containsExactly(CARA.person(), BOB.person());
        assertThat(scene.assembly.listBlocks().list(BOB.id(), null, 10)).isEmpty();

        scene.assembly.unblockPerson().unblock(ANNA.id(), CARA.id());
        scene.assembly.unblockPerson().unblock(ANNA.id(), user("nobody").id());

        assertThat(blocked()).containsExactly(BOB.person());
    }

    @Test
    void blocksOnlyThoseWhomOneMayAddress() {
        scene.hide(BOB);

        assertThatThrownBy(() -> block(BOB)).hasMessage(ErrorCode.NOT_FOUND.name());
        assertThatThrownBy(() -> block(user("nobody"))).hasMessage(ErrorCode.NOT_FOUND.name());
        assertThatThrownBy(() -> block(ANNA)).hasMessage(ErrorCode.CANNOT_MESSAGE_SELF.name());
        assertThat(blocked()).isEmpty();
    }

    @Test
    void changesNothingForSomebodyWhoIsBlockedAndHidesSince() {
        block(BOB);
        scene.hide(BOB);

        block(BOB);

        assertThat(blocked()).containsExactly(BOB.person());
    }

    private void block(User person) {
        scene.assembly.blockPerson().block(ANNA.id(), person.id());
    }

    private List<Person> blocked() {
        return scene.assembly.listBlocks().list(ANNA.id(), null, 10).stream()
                .map(BlockedPerson::person)
                .toList();
    }
}
