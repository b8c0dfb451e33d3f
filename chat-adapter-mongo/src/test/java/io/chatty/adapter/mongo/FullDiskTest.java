package io.chatty.adapter.mongo;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chatty.domain.ChatException;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.conversation.AppendOutcome.Appended;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.conversation.SeqRange;
import io.chatty.testkit.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A full disk ends MongoDB; nothing that was acknowledged is lost, and all goes on when there is room. */
@Tag("heavy")
class FullDiskTest {

    private static final int ROOM_MEBIBYTES = 12;
    private static final Duration HEALED_WITHIN = Duration.ofSeconds(15);

    private final Random random = new Random(1);

    @Test
    void keepsWhatItAcknowledgedAndGoesOnWhenThereIsRoom() {
        assumeTrue(Mongod.program().isPresent(), "there is no mongod");
        try (Mongod mongod = Mongod.startSetWithRoomFor(ROOM_MEBIBYTES);
                OpenStore open = new OpenStore("mongodb://" + mongod.address() + "/talk")) {
            Store store = open.ports();
            store.users().add(ANNA);
            store.users().add(BOB);

            List<Message> acknowledged = new ArrayList<>();
            CompletionException refusal = fill(store, acknowledged);
            assertThat(refusal.getCause())
                    .isInstanceOfSatisfying(
                            ChatException.class,
                            cause -> assertThat(cause.code()).isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE));

            mongod.startAgainWithRoom();
            await().atMost(HEALED_WITHIN)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(append(store, "after")).isNotNull());
            List<Message> history = store.messages().read(ANNA_WITH_BOB, new SeqRange(1, 100_000));
            assertThat(history).containsAll(acknowledged);
            assertThat(history)
                    .extracting(Message::seq)
                    .isEqualTo(LongStream.rangeClosed(1, history.size()).boxed().toList());
        }
    }

    /** Stores until it is refused. */
    private CompletionException fill(Store store, List<Message> acknowledged) {
        while (true) {
            try {
                acknowledged.add(append(store, longText()));
            } catch (CompletionException refusal) {
                return refusal;
            }
        }
    }

    private static Message append(Store store, String text) {
        return ((Appended) store.messages()
                        .append(draft(ANNA, BOB, text))
                        .toCompletableFuture()
                        .join())
                .message();
    }

    /** As long as can be, and hard to compress. */
    private String longText() {
        return random.ints(MessageText.MAX_CODE_POINTS, 0x4E00, 0x9FFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
