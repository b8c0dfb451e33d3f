package io.chatty.domain.conversation;

import static io.chatty.domain.conversation.StoredMessageBuilder.message;
import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.Breach.Kind;
import io.chatty.testkit.user.UserFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {

    private static final String ANNA = UserFixtures.ANNA.id().value();
    private static final String BOB = UserFixtures.BOB.id().value();
    private static final String CARA = UserFixtures.CARA.id().value();

    private static final Duration LAG = Duration.ofSeconds(30);

    private final List<StoredMessage> messages = new ArrayList<>(List.of(
            message(1).numbered(1L, 4L).changed(1).build(),
            message(2).by(BOB, 1).build(),
            message(3).by(ANNA, 2).build()));
    private final List<StoredMember> members = new ArrayList<>(
            List.of(member(ANNA, nowPlus(3)), member(BOB, nowPlus(3), new Marks(2, NOW, 3, NOW), Settings.NONE)));
    private List<String> people = List.of(ANNA, BOB);
    private AuditRepository store = new Rules(LAG, true);
    private Head head = new Head(3, 4);

    private static StoredMember member(@Nullable String user, @Nullable Instant listedAt) {
        return member(user, listedAt, Marks.NONE, Settings.NONE);
    }

    private static StoredMember member(
            @Nullable String user, @Nullable Instant listedAt, Marks marks, Settings settings) {
        return new StoredMember(user, NOW, listedAt, marks, null, settings);
    }

    private List<Breach> found() {
        List<Breach> found = new ArrayList<>();
        Audit.check(
                store,
                new StoredConversation(ANNA_WITH_BOB.value(), people, members, head),
                messages.stream(),
                found::add);
        return found;
    }

    private void assertFound(Kind kind, long at) {
        assertThat(found()).containsExactly(new Breach(ANNA_WITH_BOB.value(), kind, at));
    }

    private void assertFoundInSecond(Kind kind, StoredMessageBuilder second) {
        messages.set(1, second.build());
        assertFound(kind, 2);
    }

    private static StoredMessageBuilder second() {
        return message(2).by(BOB, 1);
    }

    @Test
    void findsNothingWhereAllIsKept() {
        assertThat(found()).isEmpty();

        store = new Rules(Duration.ZERO, false);
        assertThat(found()).isEmpty();
    }

    @Test
    void findsAMissingMessageAndItsNumber() {
        messages.remove(1);

        assertThat(found())
                .containsExactly(
                        new Breach(ANNA_WITH_BOB.value(), Kind.GAP, 3),
                        new Breach(ANNA_WITH_BOB.value(), Kind.VACATED_REV, 2));
    }

    @Test
    void findsANumberGivenTwice() {
        messages.set(2, message(3).by(ANNA, 2).numbered(3L, 4L).changed(1).build());

        assertFound(Kind.DOUBLED_REV, 4);
    }

    @Test
    void findsANumberGivenUp() {
        head = new Head(3, 5);
        messages.set(0, message(1).numbered(1L, 5L).changed(1).build());

        assertFound(Kind.VACATED_REV, 4);
    }

    @Test
    void asksForNoNumbersAboveTheHead() {
        messages.set(0, message(1).numbered(1L, 6L).changed(1).build());

        assertThat(found()).isEmpty();
    }

    @Test
    void findsANumberThatIsNotTheLatest() {
        messages.set(0, message(1).numbered(1L, 4L).changed(1).latest(1).build());
        assertFound(Kind.WRONG_REV, 1);

        messages.set(0, message(1).numbered(1L, 4L).changed(2).build());
        assertFound(Kind.WRONG_REV, 4);
    }

    @Test
    void findsANumberBelowTheMessagesPlace() {
        messages.set(0, message(1).numbered(2L, 4L).changed(1).build());
        messages.set(1, second().numbered(1L).build());

        assertFound(Kind.WRONG_REV, 1);
    }

    @Test
    void countsNumbersWhereOnlyTheLatestAreKept() {
        store = new Rules(LAG, false);
        messages.set(0, message(1).numbered(4L).changed(1).build());
        assertThat(found()).isEmpty();

        head = new Head(3, 5);
        assertFound(Kind.VACATED_REV, 5);

        head = new Head(3, 3);
        assertFound(Kind.WRONG_REV, 3);
    }

    @Test
    void asksNothingOfTheChangesThatADeletedMessageHad() {
        store = new Rules(LAG, false);
        head = new Head(3, 9);
        messages.set(0, message(1).numbered(9L).deleted().build());

        assertThat(found()).isEmpty();
    }

    @Test
    void findsMarksBeyondTheLastMessage() {
        members.set(0, member(ANNA, nowPlus(3), new Marks(1, NOW, 4, NOW), Settings.NONE));

        assertFound(Kind.MARK_ABOVE_LAST, 4);
    }

    @Test
    void findsKeptMarksBeyondTheLastMessage() {
        members.set(0, new StoredMember(ANNA, NOW, nowPlus(3), Marks.NONE, new Marks(5, NOW, 5, NOW), Settings.NONE));

        assertFound(Kind.MARK_ABOVE_LAST, 5);
    }

    @Test
    void findsReadMarksBeyondDeliveredOnes() {
        members.set(0, member(ANNA, nowPlus(3), new Marks(2, NOW, 1, NOW), Settings.NONE));

        assertFound(Kind.READ_ABOVE_DELIVERED, 2);
    }

    @Test
    void findsSettingsBeyondTheLastMessage() {
        members.set(0, member(ANNA, nowPlus(3), Marks.NONE, new Settings(false, false, 4L, null, 1)));
        assertFound(Kind.SETTING_ABOVE_LAST, 4);

        members.set(0, member(ANNA, nowPlus(3), Marks.NONE, new Settings(false, false, 3L, 5L, 1)));
        assertFound(Kind.SETTING_ABOVE_LAST, 5);
    }

    @Test
    void findsAConversationThatIsTooLowInAList() {
        members.set(1, member(BOB, nowPlus(2).minus(LAG)));
        assertThat(found()).isEmpty();

        members.set(1, member(BOB, nowPlus(1).minus(LAG)));
        assertFound(Kind.LIST_BEHIND, 3);
    }

    @Test
    void findsAnyLagWhereNoneIsAllowed() {
        store = new Rules(Duration.ZERO, true);
        members.set(1, member(BOB, nowPlus(2)));

        assertFound(Kind.LIST_BEHIND, 3);
    }

    @Test
    void findsAConversationThatIsTooHighInAList() {
        members.set(1, member(BOB, nowPlus(4)));

        assertFound(Kind.LIST_AHEAD, 3);
    }

    @Test
    void asksForNoPlaceOfWhatCameAfterItWasRead() {
        head = new Head(2, 4);
        members.set(1, member(BOB, nowPlus(1).minus(LAG)));
        assertThat(found()).isEmpty();

        members.set(1, member(BOB, nowPlus(0).minus(LAG)));
        assertFound(Kind.LIST_BEHIND, 3);
    }

    @Test
    void findsThatAllMessagesAreMissing() {
        messages.clear();
        members.set(1, member(BOB, nowPlus(3)));

        assertFound(Kind.LIST_AHEAD, 0);
    }

    @Test
    void findsAConversationThatIsInNoListOfOneOfItsPeople() {
        members.remove(0);
        assertFound(Kind.NOT_LISTED, 3);

        members.add(member(ANNA, null));
        assertFound(Kind.NOT_LISTED, 3);
    }

    @Test
    void asksForNoListOfWhatIsPerhapsNotAcknowledged() {
        members.clear();
        messages.clear();
        messages.add(message(1).build());

        assertThat(found()).isEmpty();
    }

    @Test
    void findsWhatIsLeftOfAConversation() {
        messages.clear();
        members.clear();

        assertFound(Kind.ORPHAN, 0);
    }

    @Test
    void takesAConversationThatSomebodyOpened() {
        messages.clear();
        members.clear();
        members.add(member(ANNA, NOW));

        assertThat(found()).isEmpty();
    }

    @Test
    void findsAWrongCountOfASendersMessages() {
        messages.set(2, message(3).by(ANNA, 3).build());

        assertFound(Kind.WRONG_SENDER_COUNT, 3);
    }

    @Test
    void findsAnIdThatIsNotThatOfItsPeople() {
        people = List.of(BOB, ANNA);
        assertFound(Kind.WRONG_ID, 0);

        people = List.of(ANNA, BOB, "no id of a user");
        assertThat(found()).isEmpty();
    }

    @Test
    void findsStrangers() {
        assertFoundInSecond(Kind.STRANGER, message(2).by(CARA, 1));
        assertFoundInSecond(Kind.STRANGER, message(2).by(null, 1));
        assertFoundInSecond(
                Kind.STRANGER,
                second().reactedTo(new StoredReaction(CARA, "+"))
                        .numbered(2L, 5L)
                        .changed(1));
    }

    @Test
    void asksForNobodyWhereTheTwoAreNotKnown() {
        people = List.of();
        messages.set(1, message(2).by(null, 1).build());

        assertThat(found()).isEmpty();
    }

    @Test
    void findsStrangersAmongMembers() {
        members.add(member(CARA, null));

        assertFound(Kind.STRANGER, 0);
    }

    @Test
    void findsWhatIsLeftOfADeletedMessage() {
        messages.set(1, second().deleted().build());
        assertThat(found()).isEmpty();

        assertFoundInSecond(Kind.NOT_ERASED, second().deleted().saying(true));
        assertFoundInSecond(Kind.NOT_ERASED, second().deleted().answering(1));
        assertFoundInSecond(Kind.NOT_ERASED, second().deleted().edited());
        assertFoundInSecond(Kind.NOT_ERASED, second().deleted().changed(1));
        assertFoundInSecond(Kind.NOT_ERASED, second().deleted().reactedTo(new StoredReaction(ANNA, "+")));
    }

    @Test
    void findsAMessageThatSaysNothing() {
        assertFoundInSecond(Kind.WITHOUT_TEXT, second().saying(false));
    }

    @Test
    void findsMessagesThatCountWronglyAsUnread() {
        assertFoundInSecond(Kind.WRONG_TOMBSTONE, second().uncounted(true));
        assertFoundInSecond(Kind.WRONG_TOMBSTONE, second().deleted().uncounted(false));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2, 3, -1})
    void findsAnswersToNothing(long replyTo) {
        assertFoundInSecond(Kind.WRONG_REPLY, second().answering(replyTo));
    }

    @Test
    void findsMoreReactionsThanAllowed() {
        StoredReaction plus = new StoredReaction(ANNA, "+");
        assertFoundInSecond(
                Kind.WRONG_REACTION,
                second().reactedTo(plus, plus).numbered(2L, 5L).changed(1));

        StoredReaction[] seven = Stream.of("a", "b", "c", "d", "e", "f", "g")
                .map(emoji -> new StoredReaction(BOB, emoji))
                .toArray(StoredReaction[]::new);
        assertFoundInSecond(
                Kind.WRONG_REACTION, second().reactedTo(seven).numbered(2L, 5L).changed(1));
    }

    /** What the store under check promises. */
    private record Rules(Duration lag, boolean keepsAllRevs) implements AuditRepository {

        @Override
        public void forEach(BiConsumer<StoredConversation, Stream<StoredMessage>> consumer) {}

        @Override
        public void search(Consumer<Breach> found) {}
    }
}
