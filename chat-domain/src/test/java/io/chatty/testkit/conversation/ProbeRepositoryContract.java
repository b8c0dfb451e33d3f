package io.chatty.testkit.conversation;

import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.Message;
import io.chatty.testkit.StoreContract;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link io.chatty.domain.conversation.ProbeRepository} promises. */
public abstract class ProbeRepositoryContract extends StoreContract {

    @Test
    void answersWithTheTimeOfTheStore() {
        Instant stored = await(store().probes().save(new ClientMessageId("mark")));

        assertThat(stored).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void answersEachOfManyAtOnce() {
        List<CompletionStage<Instant>> saved = IntStream.range(0, 50)
                .mapToObj(i -> store().probes().save(new ClientMessageId("mark-" + i)))
                .toList();

        assertThat(saved).allSatisfy(stage -> assertThat(await(stage)).isNotNull());
    }

    @Test
    void leavesTheConversationsAlone() {
        Message first = send(ConversationFixtures.draft(ANNA, BOB, "first"));
        await(store().probes().save(new ClientMessageId("mark")));
        Message second = send(ConversationFixtures.draft(ANNA, BOB, "second"));

        assertThat(second.seq()).isEqualTo(first.seq() + 1);
        assertThat(store().acquaintances().findAll(first.senderId())).hasSize(1);
    }
}
