package io.chatty.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatty.application.conversation.SendMessageCommand;
import io.chatty.application.conversation.SendMessageCommand.Target;
import io.chatty.domain.ValidationException;
import io.chatty.domain.Violation;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.MessageText;
import io.chatty.testkit.conversation.ConversationFixtures;
import io.chatty.testkit.user.UserFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsTest {

    private static final Target TO_BOB = new Target.ToPerson(UserFixtures.BOB.id());
    private static final Target INTO_CONVERSATION = new Target.ToConversation(ConversationFixtures.ANNA_WITH_BOB);

    @Test
    void readsAMessageWithAllThatItMaySay() {
        JsonFields fields = Json.readObject("""
                {"toUserId": "u_bob", "clientMessageId": "0193-a", "text": "hi", "replyTo": 1, "readSeq": 2}""");

        assertThat(SendMessageRequest.readToPerson(fields).command(UserFixtures.ANNA.id()))
                .isEqualTo(new SendMessageCommand(
                        UserFixtures.ANNA.id(),
                        TO_BOB,
                        new ClientMessageId("0193-a"),
                        new MessageText("hi"),
                        1L,
                        MarkReport.read(2)));
    }

    @Test
    void readsAMessageWithTheLeastThatItMaySay() {
        assertThat(SendMessageRequest.read(Json.readObject("{\"text\": \"hi\"}"))
                        .command(UserFixtures.ANNA.id(), INTO_CONVERSATION))
                .isEqualTo(new SendMessageCommand(
                        UserFixtures.ANNA.id(), INTO_CONVERSATION, null, new MessageText("hi"), null, null));
    }

    @Test
    void readsAMessageForEitherAConversationOrAPerson() {
        String conversation = ConversationFixtures.ANNA_WITH_BOB.value();

        assertThat(SendMessageRequest.readAddressed(Json.readObject("{\"toUserId\": \"u_bob\", \"text\": \"hi\"}"))
                        .target())
                .isEqualTo(TO_BOB);
        assertThat(SendMessageRequest.readAddressed(
                                Json.readObject("{\"conversationId\": \"" + conversation + "\", \"text\": \"hi\"}"))
                        .target())
                .isEqualTo(INTO_CONVERSATION);
    }

    @Test
    void doesNotGuessATarget() {
        SendMessageRequest untargeted = SendMessageRequest.read(Json.readObject("{\"text\": \"hi\"}"));

        assertThatThrownBy(() -> untargeted.command(UserFixtures.ANNA.id())).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"text": "hi"}                                                          | conversationId REQUIRED
                    {"toUserId": "u_bob"}                                                   | text REQUIRED
                    {"toUserId": null, "text": "hi"}                                        | conversationId REQUIRED
                    {"toUserId": "c_x", "text": "hi"}                                       | toUserId INVALID_FORMAT
                    {"conversationId": "u_x", "text": "hi"}                                 | conversationId INVALID_FORMAT
                    {"conversationId": "c_x", "toUserId": "u_bob", "text": "hi"}            | toUserId CONFLICT
                    {"conversationId": 7, "text": "hi"}                                     | conversationId WRONG_TYPE
                    {"toUserId": "u_bob", "text": ""}                                       | text TOO_SHORT
                    {"toUserId": "u_bob", "text": " "}                                      | text NOT_VISIBLE
                    {"toUserId": "u_bob", "text": "hi", "clientMessageId": ""}              | clientMessageId TOO_SHORT
                    {"toUserId": "u_bob", "text": "hi", "clientMessageId": "a b"}           | clientMessageId INVALID_CHARACTER
                    {"toUserId": "u_bob", "text": "hi", "replyTo": 0}                       | replyTo OUT_OF_RANGE
                    {"toUserId": "u_bob", "text": "hi", "readSeq": -1}                      | readSeq OUT_OF_RANGE
                    {"toUserId": "u_bob", "text": "hi", "readSeq": 1.0}                     | readSeq WRONG_TYPE
                    """)
    void refusesAMessageWithTheFieldThatIsWrong(String body, String violation) {
        JsonFields fields = Json.readObject(body);

        assertThatThrownBy(() -> SendMessageRequest.readAddressed(fields))
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        refusal -> assertThat(refusal.violations())
                                .map(RequestsTest::written)
                                .containsExactly(violation));
    }

    @Test
    void readsReceipts() {
        assertThat(receipts("{\"readSeq\": 3, \"deliveredSeq\": 4}")).isEqualTo(new MarkReport(3, 4));
        assertThat(receipts("{\"readSeq\": 3}")).isEqualTo(new MarkReport(3, 0));
        assertThat(receipts("{}")).isEqualTo(new MarkReport(0, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"readSeq": -1}         | readSeq OUT_OF_RANGE
                    {"deliveredSeq": -1}    | deliveredSeq OUT_OF_RANGE
                    {"readSeq": "3"}        | readSeq WRONG_TYPE
                    {"deliveredSeq": 1e3}   | deliveredSeq WRONG_TYPE
                    """)
    void refusesReceiptsWithTheFieldThatIsWrong(String body, String violation) {
        assertThatThrownBy(() -> receipts(body))
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        refusal -> assertThat(refusal.violations())
                                .map(RequestsTest::written)
                                .containsExactly(violation));
    }

    private static MarkReport receipts(String body) {
        return ReceiptsRequest.read(Json.readObject(body)).report();
    }

    private static String written(Violation violation) {
        return violation.field() + " " + violation.code();
    }
}
