package io.chatty.adapter.mongo.conversation;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import io.chatty.adapter.mongo.FreshStore;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.conversation.AppendOutcome;
import io.chatty.domain.conversation.AppendOutcome.Appended;
import io.chatty.domain.conversation.AppendOutcome.Replayed;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.conversation.SeqRange;
import io.chatty.testkit.Store;
import io.chatty.testkit.StoreContract;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.invocation.InvocationOnMock;
import org.mockito.stubbing.Answer;

/** What becomes of numbers where an insert gets no answer, or another node was faster. */
class MessageInserterTest extends StoreContract {

    private static final MongoException NO_ANSWER = new MongoSocketReadException("no answer", new ServerAddress());

    @RegisterExtension
    final FreshStore mongo = new FreshStore();

    @SuppressWarnings("NullAway.Init") // made before each test
    private MongoCollection<Document> messages;

    @SuppressWarnings("NullAway.Init") // made before each test
    private MessageInserter inserter;

    @Override
    protected Store store() {
        return mongo.ports();
    }

    @BeforeEach
    @SuppressWarnings("unchecked")
    void standBetweenInserterAndDatabase() {
        MongoStore store = spy(mongo.mongo());
        messages = mock(MongoCollection.class, delegatesTo(database()));
        doReturn(messages).when(store).collection(MessageDocuments.COLLECTION);
        MessageReader reader = new MessageReader(store);
        inserter = new MessageInserter(store, reader, new ConversationTails(store, reader));
    }

    private MongoCollection<Document> database() {
        return mongo.mongo().collection(MessageDocuments.COLLECTION);
    }

    private void theNextInsert(Answer<?> does) {
        doAnswer(does)
                .doAnswer(delegatesTo(database()))
                .when(messages)
                .insertMany(anyList(), any(InsertManyOptions.class));
    }

    private Object insertAll(InvocationOnMock insert) {
        List<Document> documents = insert.getArgument(0);
        InsertManyOptions options = insert.getArgument(1);
        return database().insertMany(documents, options);
    }

    /** Tries as often as it takes. */
    private AppendOutcome outcome(PendingAppend append) {
        @Nullable AppendOutcome outcome = append.outcome();
        while (outcome == null) {
            inserter.insert(List.of(append));
            outcome = append.outcome();
        }
        return outcome;
    }

    private static PendingAppend pending(MessageDraft draft) {
        return new PendingAppend(draft, outcome -> {});
    }

    private List<Message> history() {
        return store().messages().read(ANNA_WITH_BOB, new SeqRange(1, 100));
    }

    @Test
    void takesAsItsOwnWhatWasStoredWithoutAnAnswer() {
        PendingAppend append = pending(draft(ANNA, BOB, "stored"));
        theNextInsert(insert -> {
            insertAll(insert);
            throw NO_ANSWER;
        });

        assertThatThrownBy(() -> inserter.insert(List.of(append))).isSameAs(NO_ANSWER);
        assertThat(append.outcome()).isNull();

        assertThat(appended(outcome(append)).seq()).isEqualTo(1);
        assertThat(appended(outcome(pending(draft(BOB, ANNA, "next")))).seq()).isEqualTo(2);
        assertThat(history()).extracting(Message::seq).containsExactly(1L, 2L);
    }

    @Test
    void storesWhatWasNotStoredWithoutAnAnswer() {
        PendingAppend append = pending(draft(ANNA, BOB, "not stored"));
        theNextInsert(insert -> {
            throw NO_ANSWER;
        });

        assertThatThrownBy(() -> inserter.insert(List.of(append))).isSameAs(NO_ANSWER);

        assertThat(appended(outcome(append)).seq()).isEqualTo(1);
        assertThat(history()).hasSize(1);
    }

    @Test
    void reportsAServerThatTakesNothingAndStoresWhenItDoes() {
        PendingAppend append = pending(draft(ANNA, BOB, "over the quota"));
        BulkWriteError quota = new BulkWriteError(8_000, "over your space quota", new BsonDocument(), 0);
        MongoException refusal = new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(), List.of(quota), null, new ServerAddress(), Set.of());
        theNextInsert(insert -> {
            throw refusal;
        });

        assertThatThrownBy(() -> inserter.insert(List.of(append))).isSameAs(refusal);

        assertThat(appended(outcome(append)).seq()).isEqualTo(1);
        assertThat(history()).hasSize(1);
    }

    @Test
    void leavesNoGapWhereAnInsertIsGivenUpAndDoneLater() {
        appended(outcome(pending(draft(ANNA, BOB, "one"))));
        PendingAppend late = pending(draft(ANNA, BOB, "late"));
        theNextInsert(insert -> {
            throw NO_ANSWER;
        });
        assertThatThrownBy(() -> inserter.insert(List.of(late))).isSameAs(NO_ANSWER);
        Document stalled = MessageDocuments.write(
                Message.compose(late.draft(), ANNA_WITH_BOB, 2, 2), late.draft().text(), 2);
        PendingAppend next = pending(draft(BOB, ANNA, "next"));
        theNextInsert(insert -> {
            database().insertOne(stalled);
            return insertAll(insert);
        });

        assertThat(appended(outcome(next)).seq()).isEqualTo(3);
        assertThat(outcome(pending(late.draft())))
                .isEqualTo(new Replayed(history().get(1)));
        assertThat(history()).extracting(Message::seq).containsExactly(1L, 2L, 3L);
    }

    @Test
    void takesTheNextNumberWhereAnotherNodeWasFaster() {
        appended(outcome(pending(draft(ANNA, BOB, "one"))));
        send(draft(BOB, ANNA, "from another node"));

        PendingAppend append = pending(draft(ANNA, BOB, "three"));
        inserter.insert(List.of(append));
        assertThat(append.outcome()).isNull();
        assertThat(append.pause(System.nanoTime())).isNotPositive();

        assertThat(appended(outcome(append)).seq()).isEqualTo(3);
    }

    @Test
    void pausesFromTheSecondClashOn() {
        appended(outcome(pending(draft(ANNA, BOB, "one"))));
        PendingAppend append = pending(draft(ANNA, BOB, "unlucky"));
        doAnswer(insert -> {
                    send(draft(BOB, ANNA, "faster"));
                    return insertAll(insert);
                })
                .when(messages)
                .insertMany(anyList(), any(InsertManyOptions.class));

        inserter.insert(List.of(append));
        assertThat(append.pause(0)).isZero();
        inserter.insert(List.of(append));

        assertThat(append.outcome()).isNull();
        assertThat(append.pause(0)).isNotZero();
    }

    @Test
    void answersARepeatThatAnotherNodeStoredEvenIfTheNumberClashesToo() {
        appended(outcome(pending(draft(ANNA, BOB, "one"))));
        MessageDraft twice = draft(ANNA, BOB, "twice");
        Message stored = send(twice);

        PendingAppend repeat = pending(twice);
        inserter.insert(List.of(repeat));

        assertThat(repeat.outcome()).isEqualTo(new Replayed(stored));
        assertThat(appended(outcome(pending(draft(BOB, ANNA, "three")))).seq()).isEqualTo(3);
    }

    @Test
    void letsNoRepeatOfOneConversationDisturbAnother() {
        MessageDraft twice = draft(ANNA, BOB, "twice");
        Message stored = appended(outcome(pending(twice)));
        PendingAppend repeat = pending(twice);
        PendingAppend other = pending(draft(ANNA, CARA, "hello"));

        inserter.insert(List.of(repeat, other));

        assertThat(repeat.outcome()).isEqualTo(new Replayed(stored));
        assertThat(other.outcome()).isInstanceOf(Appended.class);
    }

    @Test
    void readsNothingWhereItKnowsTheNumbers() {
        outcome(pending(draft(ANNA, BOB, "one")));
        outcome(pending(draft(ANNA, CARA, "one")));
        clearInvocations(messages);

        for (int i = 0; i < 20; i++) {
            inserter.insert(List.of(pending(draft(BOB, ANNA, "b" + i)), pending(draft(CARA, ANNA, "c" + i))));
        }

        verify(messages, times(20)).insertMany(anyList(), any(InsertManyOptions.class));
        verifyNoMoreInteractions(messages);
        assertThat(history()).hasSize(21);
    }
}
