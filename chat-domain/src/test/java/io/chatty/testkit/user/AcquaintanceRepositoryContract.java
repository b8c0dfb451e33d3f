package io.chatty.testkit.user;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_AND_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.deletion;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static io.chatty.testkit.user.UserFixtures.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.user.AcquaintanceRepository;
import io.chatty.domain.user.UserId;
import io.chatty.testkit.StoreContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link AcquaintanceRepository} promises. */
public abstract class AcquaintanceRepositoryContract extends StoreContract {

    private static final List<UserId> ALL =
            List.of(ANNA.id(), BOB.id(), CARA.id(), user("stranger").id());

    @Test
    void knowsNobodyWithoutAMessage() {
        store().conversations().open(ANNA_AND_BOB, ANNA.id(), NOW);

        assertThat(acquaintances().findAll(ANNA.id())).isEmpty();
        assertThat(acquaintances().findAmong(ANNA.id(), ALL)).isEmpty();
        assertThat(acquaintances().findAmong(ANNA.id(), List.of())).isEmpty();
    }

    @Test
    void knowsBothFromTheFirstMessageOn() {
        send(draft(ANNA, BOB, "hello"));
        send(draft(CARA, ANNA, "hello"));

        assertThat(acquaintances().findAll(ANNA.id())).containsExactlyInAnyOrder(BOB.id(), CARA.id());
        assertThat(acquaintances().findAll(BOB.id())).containsExactly(ANNA.id());
        assertThat(acquaintances().findAmong(ANNA.id(), ALL)).containsExactlyInAnyOrder(BOB.id(), CARA.id());
        assertThat(acquaintances().findAmong(ANNA.id(), List.of(CARA.id()))).containsExactly(CARA.id());
        assertThat(acquaintances().findAmong(BOB.id(), ALL)).containsExactly(ANNA.id());
    }

    @Test
    void knowsThemAlsoWhenTheMessageIsDeleted() {
        send(draft(ANNA, BOB, "hello"));
        await(store().messages().change(deletion(ANNA_AND_BOB, 1, ANNA)));

        assertThat(acquaintances().findAmong(BOB.id(), ALL)).containsExactly(ANNA.id());
    }

    private AcquaintanceRepository acquaintances() {
        return store().acquaintances();
    }
}
