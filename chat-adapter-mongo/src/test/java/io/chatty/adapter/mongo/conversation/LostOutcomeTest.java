package io.chatty.adapter.mongo.conversation;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_AND_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.conversation.ConversationFixtures.edit;
import static io.chatty.testkit.conversation.ConversationFixtures.textOf;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import io.chatty.adapter.mongo.FreshStore;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.conversation.ChangeOutcome;
import io.chatty.domain.conversation.ChangeOutcome.Changed;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Message;
import io.chatty.testkit.Store;
import io.chatty.testkit.StoreContract;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The outcome of a change is lost on its way back; it is found, or made, but never made twice. */
class LostOutcomeTest extends StoreContract {

    @RegisterExtension
    final FreshStore mongo = new FreshStore();

    private final PendingChange change = new PendingChange(edit(ANNA_AND_BOB, 1, ANNA, "changed"), outcome -> {});

    @Override
    protected Store store() {
        return mongo.ports();
    }

    @BeforeEach
    void writeSomething() {
        send(draft(ANNA, BOB, "one"));
    }

    @Test
    void findsAChangeThatGotThrough() {
        MessageChanger changer = changer(true);
        assertLost(changer);

        changer.change(List.of(change));

        assertThat(change.outcome()).isEqualTo(new Changed(message()));
        assertThat(message().rev()).isEqualTo(2);
        assertThat(message().changes()).isEqualTo(1);
        assertThat(store().messages().head(ANNA_WITH_BOB)).isEqualTo(new Head(1, 2));
    }

    @Test
    void findsItAlsoUnderLaterChangesOfOthers() {
        MessageChanger changer = changer(true);
        assertLost(changer);
        await(store().messages().change(edit(ANNA_AND_BOB, 1, ANNA, "changed again")));

        changer.change(List.of(change));

        ChangeOutcome outcome = change.outcome();
        assertThat(outcome).isInstanceOfSatisfying(Changed.class, changed -> {
            assertThat(changed.message().rev()).isEqualTo(2);
            assertThat(textOf(changed.message())).isEqualTo("changed");
        });
        assertThat(textOf(message())).isEqualTo("changed again");
        assertThat(message().changes()).isEqualTo(2);
    }

    @Test
    void makesAChangeThatDidNotGetThrough() {
        MessageChanger changer = changer(false);
        assertLost(changer);
        await(store().messages().change(edit(ANNA_AND_BOB, 1, ANNA, "meanwhile")));

        changer.change(List.of(change));

        assertThat(change.outcome()).isEqualTo(new Changed(message()));
        assertThat(textOf(message())).isEqualTo("changed");
        assertThat(message().rev()).isEqualTo(3);
        assertThat(message().changes()).isEqualTo(2);
    }

    private void assertLost(MessageChanger changer) {
        assertThatThrownBy(() -> changer.change(List.of(change))).isInstanceOf(MongoTimeoutException.class);
        assertThat(change.isSettled()).isFalse();
    }

    private Message message() {
        return store().messages().find(ANNA_WITH_BOB, 1).orElseThrow();
    }

    /** One whose first write gets no answer. */
    private MessageChanger changer(boolean getsThrough) {
        MongoCollection<Document> real = mongo.mongo().collection(MessageDocuments.COLLECTION);
        MongoCollection<Document> messages = mock(delegatesTo(real));
        doAnswer(call -> {
                    if (getsThrough) {
                        List<WriteModel<Document>> writes = call.getArgument(0);
                        BulkWriteOptions options = call.getArgument(1);
                        real.bulkWrite(writes, options);
                    }
                    throw new MongoTimeoutException("no answer");
                })
                .doAnswer(delegatesTo(real))
                .when(messages)
                .bulkWrite(any(), any(BulkWriteOptions.class));
        MongoStore store = mock(delegatesTo(mongo.mongo()));
        doReturn(messages).when(store).collection(MessageDocuments.COLLECTION);
        MessageReader reader = new MessageReader(store);
        return new MessageChanger(store, reader, new ConversationTails(store, reader), new Touches(store));
    }
}
