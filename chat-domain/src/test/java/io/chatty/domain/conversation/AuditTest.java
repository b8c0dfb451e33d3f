package io.chatty.domain.conversation;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_AND_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.Breach.Kind;
import io.chatty.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditTest {

    private final List<StoredMessage> messages = new ArrayList<>(List.of(
            message(1, List.of(1L, 4L), ANNA.id(), 1),
            message(2, List.of(2L), BOB.id(), 1),
            message(3, List.of(3L), ANNA.id(), 2)));
    private final Map<UserId, Marks> marks = new HashMap<>(Map.of(BOB.id(), new Marks(2, NOW, 3, NOW)));
    private @Nullable Instant activeAt = nowPlus(3);

    private static StoredMessage message(long seq, List<Long> revs, UserId sender, long senderSeq) {
        return message(seq, revs, sender, senderSeq, "m-" + seq);
    }

    private static StoredMessage message(long seq, List<Long> revs, UserId sender, long senderSeq, String clientId) {
        return new StoredMessage(
                seq, revs, sender, new ClientMessageId(clientId), senderSeq, true, false, false, nowPlus(seq));
    }

    private static StoredMessage second(boolean text, boolean traces, boolean deleted) {
        return new StoredMessage(
                2, List.of(2L), BOB.id(), new ClientMessageId("m-2"), 1, text, traces, deleted, nowPlus(2));
    }

    private List<Breach> found() {
        List<Breach> found = new ArrayList<>();
        StoredConversation conversation = new StoredConversation(ANNA_WITH_BOB, ANNA_AND_BOB, activeAt, marks);
        Audit.check(new Rules(), conversation, messages.stream(), found::add);
        return found;
    }

    private void assertFound(Kind kind, long at) {
        assertThat(found()).containsExactly(new Breach(ANNA_WITH_BOB, kind, at));
    }

    @Test
    void findsNothingWhereAllIsKept() {
        assertThat(found()).isEmpty();
    }

    @Test
    void findsAMissingMessage() {
        messages.remove(1);
        messages.set(1, message(3, List.of(2L, 3L), ANNA.id(), 2));

        assertFound(Kind.GAP, 3);
    }

    @Test
    void findsAClientMessageIdUsedTwice() {
        messages.set(2, message(3, List.of(3L), ANNA.id(), 2, "m-1"));

        assertFound(Kind.DOUBLED_CLIENT_MESSAGE_ID, 3);
    }

    @Test
    void findsANumberGivenTwice() {
        messages.set(2, message(3, List.of(3L, 4L), ANNA.id(), 2));

        assertFound(Kind.DOUBLED_REV, 4);
    }

    @Test
    void findsANumberGivenUp() {
        messages.set(0, message(1, List.of(4L), ANNA.id(), 1));

        assertFound(Kind.VACATED_REV, 1);
    }

    @Test
    void findsMarksBeyondTheLastMessage() {
        marks.put(ANNA.id(), new Marks(1, NOW, 4, NOW));

        assertFound(Kind.MARK_ABOVE_LAST, 4);
    }

    @Test
    void findsReadMarksBeyondDeliveredOnes() {
        marks.put(ANNA.id(), new Marks(2, NOW, 1, NOW));

        assertFound(Kind.READ_ABOVE_DELIVERED, 2);
    }

    @Test
    void findsAConversationThatIsTooLowInAList() {
        activeAt = nowPlus(2 - Rules.LAG.toSeconds());
        assertThat(found()).isEmpty();

        activeAt = nowPlus(1 - Rules.LAG.toSeconds());
        assertFound(Kind.LIST_BEHIND, 3);

        activeAt = null;
        assertFound(Kind.LIST_BEHIND, 3);
    }

    @Test
    void findsAWrongCountOfASendersMessages() {
        messages.set(2, message(3, List.of(3L), ANNA.id(), 3));

        assertFound(Kind.WRONG_SENDER_COUNT, 3);
    }

    @Test
    void findsAMessageOfSomebodyElse() {
        messages.set(2, message(3, List.of(3L), CARA.id(), 1));

        assertFound(Kind.STRANGER, 3);
    }

    @Test
    void findsWhatIsLeftOfADeletedMessage() {
        messages.set(1, second(false, false, true));
        assertThat(found()).isEmpty();

        messages.set(1, second(true, false, true));
        assertFound(Kind.NOT_ERASED, 2);

        messages.set(1, second(false, true, true));
        assertFound(Kind.NOT_ERASED, 2);
    }

    @Test
    void findsAMessageThatSaysNothing() {
        messages.set(1, second(false, false, false));

        assertFound(Kind.WITHOUT_TEXT, 2);
    }

    /** What the store under check promises. */
    private static final class Rules implements AuditRepository {

        private static final Duration LAG = Duration.ofSeconds(30);

        @Override
        public void forEach(BiConsumer<StoredConversation, Stream<StoredMessage>> consumer) {}

        @Override
        public Duration lag() {
            return LAG;
        }

        @Override
        public boolean keepsAllRevs() {
            return true;
        }
    }
}
