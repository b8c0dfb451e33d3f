package io.chatty.domain.conversation;

import static io.chatty.domain.conversation.StoredMessageBuilder.message;
import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.Breach.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AuditTest extends AuditScene {

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
}
