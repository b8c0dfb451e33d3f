package io.chatty.adapter.web;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.chatty.application.conversation.SendMessageCommand;
import io.chatty.application.conversation.SendMessageCommand.Target.ToConversation;
import io.chatty.application.conversation.SendMessageCommand.Target.ToPerson;
import io.chatty.application.conversation.SentMessage;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.ValidationException;
import io.chatty.domain.ViolationCode;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageText;
import io.chatty.testkit.conversation.ConversationFixtures;
import io.chatty.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sending messages over REST. */
class SendTest extends WebTest {

    private static final String CONVERSATION = "/api/v1/conversations/" + ANNA_WITH_BOB + "/messages";
    private static final String PERSON = "/api/v1/messages";
    private static final Message STORED =
            Message.compose(ConversationFixtures.draft(ANNA, BOB, "m-1", "hello"), ANNA_WITH_BOB, 7, 9);

    @Test
    void answersWithTheStoredMessage() {
        stored(false);
        Answer answer = call(
                        "POST",
                        CONVERSATION,
                        "{\"clientMessageId\":\"m-1\",\"text\":\" hello \",\"replyTo\":6,\"readSeq\":5,\"senderId\":\"u_bob\"}")
                .expect(201)
                .assertHeaders();
        assertThat(answer.header("Location")).isEqualTo(CONVERSATION + "/7");
        assertThat(answer.header("Idempotency-Replayed")).isNull();
        assertThat(answer.json().path("clientMessageId").asString()).isEqualTo("m-1");
        assertThat(answer.json().path("rev").asLong()).isEqualTo(9);
        verify(sendMessage)
                .send(new SendMessageCommand(
                        ANNA.id(),
                        new ToConversation(ANNA_WITH_BOB),
                        new ClientMessageId("m-1"),
                        new MessageText(" hello "),
                        6L,
                        MarkReport.read(5)));
    }

    @Test
    void opensAndSendsInOneCall() {
        stored(false);
        Answer answer = call("POST", PERSON, "{\"toUserId\":\"u_bob\",\"text\":\"hello\"}")
                .expect(201);
        assertThat(answer.header("Location")).isEqualTo(CONVERSATION + "/7");
        verify(sendMessage)
                .send(new SendMessageCommand(
                        ANNA.id(), new ToPerson(BOB.id()), null, new MessageText("hello"), null, null));
    }

    @Test
    void marksAReplay() {
        stored(true);
        Answer answer = call("POST", CONVERSATION, "{\"clientMessageId\":\"m-1\",\"text\":\"hello\"}")
                .expect(200);
        assertThat(answer.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(answer.header("Location")).isNull();
        assertThat(answer.json().path("seq").asLong()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\":\"hello\"}", "{\"text\":\"hello\",\"clientMessageId\":\"m-1\"}"})
    void takesTheIdFromTheHeaderAsWell(String body) {
        stored(false);
        call("POST", CONVERSATION, body).header("Idempotency-Key", "m-1").expect(201);
        verify(sendMessage)
                .send(new SendMessageCommand(
                        ANNA.id(),
                        new ToConversation(ANNA_WITH_BOB),
                        new ClientMessageId("m-1"),
                        new MessageText("hello"),
                        null,
                        null));
    }

    @Test
    void refusesTwoDifferentIds() {
        call("POST", PERSON, "{\"toUserId\":\"u_bob\",\"text\":\"hello\",\"clientMessageId\":\"m-1\"}")
                .header("Idempotency-Key", "m-2")
                .refused(400, "idempotency-key-mismatch");
        verifyNoInteractions(sendMessage);
    }

    @ParameterizedTest
    @CsvSource({"'', too-short", "a b, invalid-character", "'\"m-1\"', invalid-character"})
    void refusesAHeaderThatIsNoId(String key, String code) {
        assertThat(call("POST", CONVERSATION, "{\"text\":\"\"}")
                        .header("Idempotency-Key", key)
                        .refused(400, "validation-failed")
                        .errors())
                .containsExactly("/clientMessageId " + code, "/text too-short");
    }

    @Test
    void refusesTwoHeaders() {
        assertThat(call("POST", CONVERSATION, "{\"text\":\"hello\"}")
                        .header("Idempotency-Key", "m-1")
                        .header("Idempotency-Key", "m-1")
                        .refused(400, "validation-failed")
                        .errors())
                .containsExactly("/clientMessageId conflict");
    }

    @Test
    void refusesAConversationBesideAPerson() {
        assertThat(call("POST", PERSON, "{\"toUserId\":\"u_bob\",\"conversationId\":\"c_one\",\"text\":\"hello\"}")
                        .refused(400, "validation-failed")
                        .errors())
                .containsExactly("/toUserId conflict");
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCode.class,
            names = {"NOT_FOUND", "CANNOT_MESSAGE_SELF", "CLIENT_MESSAGE_ID_REUSED", "TEMPORARILY_UNAVAILABLE"})
    void saysWhyItIsNotSent(ErrorCode code) {
        int status = switch (code) {
            case NOT_FOUND -> 404;
            case TEMPORARILY_UNAVAILABLE -> 503;
            default -> 409;
        };
        String word = code.name().toLowerCase(Locale.ROOT).replace('_', '-');
        given(sendMessage.send(any())).willReturn(CompletableFuture.failedFuture(code.refusal()));
        call("POST", CONVERSATION, "{\"text\":\"hello\"}").refused(status, word);
        given(sendMessage.send(any()))
                .willReturn(CompletableFuture.failedFuture(new CompletionException(code.refusal())));
        call("POST", CONVERSATION, "{\"text\":\"hello\"}").refused(status, word);
    }

    @Test
    void saysThatTheMessageToReplyToIsMissing() {
        given(sendMessage.send(any()))
                .willReturn(CompletableFuture.failedFuture(
                        ValidationException.of("replyTo", ViolationCode.OUT_OF_RANGE, "The last message is 7.")));
        assertThat(call("POST", CONVERSATION, "{\"text\":\"hello\",\"replyTo\":8}")
                        .refused(400, "validation-failed")
                        .errors())
                .containsExactly("/replyTo out-of-range");
    }

    @Test
    void hidesABugBehindTheStore() {
        given(sendMessage.send(any())).willReturn(CompletableFuture.failedFuture(new IllegalStateException("secret")));
        call("POST", CONVERSATION, "{\"text\":\"hello\"}").refused(500, "internal-error");
        assertThat(log.take()).hasSize(1);
    }

    @Test
    void answersWhenTheStoreHasItAndHoldsNoThreadUntilThen()
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<SentMessage> store = new CompletableFuture<>();
        given(sendMessage.send(any())).willReturn(store);
        given(getMe.get(ANNA.id())).willReturn(ANNA);
        // More than the server has threads.
        List<CompletableFuture<Answer>> waiting = IntStream.range(0, 300)
                .mapToObj(
                        i -> call("POST", CONVERSATION, "{\"text\":\"hello\"}").sendAsync())
                .toList();
        verify(sendMessage, timeout(20_000).times(300)).send(any());
        call("GET", "/api/v1/me").expect(200);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        store.complete(new SentMessage(STORED, false));
        for (CompletableFuture<Answer> answer : waiting) {
            assertThat(answer.get(20, TimeUnit.SECONDS).status()).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a\"b\\c\n\t\r",
                "👩‍👩‍👧‍👦 é é",
                "\u202eabc",
                "ﷺ\u200f",
                "' OR 1=1 --"
            })
    void keepsTextsAsTheyAre(String text) {
        stored(false);
        call("POST", CONVERSATION, Json.write(Map.of("text", text))).expect(201);
        verify(sendMessage)
                .send(new SendMessageCommand(
                        ANNA.id(), new ToConversation(ANNA_WITH_BOB), null, new MessageText(text), null, null));
    }

    private void stored(boolean replayed) {
        given(sendMessage.send(any())).willReturn(CompletableFuture.completedFuture(new SentMessage(STORED, replayed)));
    }
}
