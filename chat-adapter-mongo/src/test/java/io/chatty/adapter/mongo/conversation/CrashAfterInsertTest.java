package io.chatty.adapter.mongo.conversation;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_AND_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.at;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chatty.adapter.mongo.FreshStore;
import io.chatty.domain.conversation.AppendOutcome.Replayed;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationFilter;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.user.User;
import io.chatty.testkit.Store;
import io.chatty.testkit.StoreContract;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A node dies between the insert of a message and all that follows it; others go on, and a repeat makes up for it. */
class CrashAfterInsertTest extends StoreContract {

    @RegisterExtension
    final FreshStore mongo = new FreshStore();

    @Override
    protected Store store() {
        return mongo.ports();
    }

    /** Stores a message as a node does that then does nothing any more. */
    private MessageDraft insertAndDie(String text) {
        MessageDraft draft = draft(ANNA, BOB, text);
        MessageReader reader = new MessageReader(mongo.mongo());
        MessageInserter inserter =
                new MessageInserter(mongo.mongo(), reader, new ConversationTails(mongo.mongo(), reader));
        inserter.insert(List.of(new PendingAppend(draft, outcome -> {})));
        return draft;
    }

    @Test
    void anotherNodeTakesTheNextNumber() {
        send(draft(ANNA, BOB, "before"));
        insertAndDie("cut short");

        Message next = send(draft(BOB, ANNA, "after"));

        assertThat(next.seq()).isEqualTo(3);
        assertThat(next.rev()).isEqualTo(3);
    }

    @Test
    void theNextMessageMakesTheConversationExist() {
        insertAndDie("the first, cut short");

        Message next = send(draft(BOB, ANNA, "after"));

        for (var person : List.of(ANNA, BOB)) {
            assertThat(store().conversations().list(person.id(), ConversationFilter.ALL, null, 50))
                    .extracting(ConversationEntry::id, ConversationEntry::lastMessage)
                    .containsExactly(tuple(ANNA_WITH_BOB, next));
        }
    }

    @Test
    void aRepeatIsAnsweredWithTheStoredMessageAndMakesUpForTheRest() {
        MessageDraft draft = insertAndDie("the first, cut short");

        assertThat(await(store().messages().append(draft))).isInstanceOfSatisfying(Replayed.class, replayed -> {
            assertThat(replayed.message().seq()).isEqualTo(1);
            assertThat(store().conversations().find(ANNA_WITH_BOB, BOB.id()))
                    .map(ConversationEntry::lastMessage)
                    .contains(replayed.message());
        });
    }

    @Test
    void theConversationBeginsWithTheFirstMessageAllTheSame() {
        store().conversations().open(ANNA_AND_BOB, ANNA.id(), nowPlus(-60));
        insertAndDie("the first, cut short");

        send(at(nowPlus(60), draft(ANNA, BOB, "after")));

        assertThat(beginning(ANNA)).isEqualTo(nowPlus(-60));
        assertThat(beginning(BOB)).isEqualTo(NOW);
        assertThat(store().conversations().list(ANNA.id(), ConversationFilter.ALL, null, 50))
                .hasSize(1);
    }

    private Instant beginning(User viewer) {
        return store().conversations()
                .findAll(List.of(ANNA_WITH_BOB), viewer.id())
                .get(0)
                .createdAt();
    }
}
