package io.chatty.domain.conversation;

import static io.chatty.domain.conversation.StoredMessageBuilder.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.Breach.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is looked for in each message by itself. */
class AuditMessagesTest extends AuditScene {

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
}
