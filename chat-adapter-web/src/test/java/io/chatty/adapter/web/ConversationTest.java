package io.chatty.adapter.web;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;

import io.chatty.application.conversation.OpenConversationUseCase.Opened;
import io.chatty.application.conversation.Receipts;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.conversation.HistoryPage;
import io.chatty.domain.conversation.HistoryQuery;
import io.chatty.domain.conversation.HistoryQuery.Anchor;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.Marks;
import io.chatty.testkit.Times;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening, listing and reading conversations, and saying how far one has read. */
class ConversationTest extends WebTest {

    private static final String PATH = "/api/v1/conversations/" + ANNA_WITH_BOB;

    @Test
    void opensAConversationOnce() {
        given(openConversation.open(ANNA.id(), BOB.id())).willReturn(new Opened(Views.ofConversation(0), true));
        Answer first = call("PUT", "/api/v1/conversations/with/u_bob").expect(201);
        assertThat(first.header("Location")).isEqualTo(PATH);
        assertThat(first.json().at("/peer/name").asString()).isEqualTo("Bob Stone");
        given(openConversation.open(ANNA.id(), BOB.id())).willReturn(new Opened(Views.ofConversation(0), false));
        Answer second = call("PUT", "/api/v1/conversations/with/u_bob").expect(200);
        assertThat(second.header("Location")).isNull();
        assertThat(second.text()).isEqualTo(first.text());
    }

    @Test
    void opensNoConversationWithNobodyOrMyself() {
        given(openConversation.open(any(), any())).willThrow(ErrorCode.NOT_FOUND.refusal());
        call("PUT", "/api/v1/conversations/with/u_nobody").refused(404, "not-found");
        doThrow(ErrorCode.CANNOT_MESSAGE_SELF.refusal()).when(openConversation).open(ANNA.id(), ANNA.id());
        call("PUT", "/api/v1/conversations/with/u_anna").refused(409, "cannot-message-self");
    }

    @Test
    void showsAConversationAsISeeIt() {
        given(getConversation.get(ANNA.id(), ANNA_WITH_BOB)).willReturn(Views.ofConversation(3));
        Answer answer = call("GET", PATH).expect(200).assertHeaders();
        assertThat(answer.json().path("lastSeq").asLong()).isEqualTo(3);
        assertThat(answer.json().at("/lastMessage/seq").asLong()).isEqualTo(3);
        assertThat(answer.json().at("/lastMessage/clientMessageId").isMissingNode())
                .isTrue();
        assertThat(answer.json().at("/me/muted").asBoolean(true)).isFalse();
        assertThat(answer.json().path("canSend").asBoolean()).isTrue();
    }

    @Test
    void hidesConversationsOfOthers() {
        given(getConversation.get(any(), any())).willThrow(ErrorCode.NOT_FOUND.refusal());
        given(readHistory.read(any(), any(), any())).willThrow(ErrorCode.NOT_FOUND.refusal());
        given(getMessage.get(any(), any(), anyLong())).willThrow(ErrorCode.NOT_FOUND.refusal());
        given(updateReceipts.update(any(), any(), any())).willThrow(ErrorCode.NOT_FOUND.refusal());
        call("GET", "/api/v1/conversations/c_theirs").refused(404, "not-found");
        call("GET", "/api/v1/conversations/c_theirs/messages").refused(404, "not-found");
        call("GET", "/api/v1/conversations/c_theirs/messages/1").refused(404, "not-found");
        call("PUT", "/api/v1/conversations/c_theirs/receipts", "{\"readSeq\":1}")
                .refused(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "'', NEWEST, 0, 50",
        "?limit=100, NEWEST, 0, 100",
        "?before=7&limit=1, BEFORE, 7, 1",
        "?after=0, AFTER, 0, 50",
        "?around=9223372036854775807, AROUND, 9223372036854775807, 50",
        "?after=007, AFTER, 7, 50"
    })
    void readsTheWantedPageOfTheHistory(String query, Anchor anchor, long seq, int limit) {
        given(readHistory.read(any(), any(), any())).willReturn(new HistoryPage(List.of(), false, false, 0));
        assertThat(call("GET", PATH + "/messages" + query).expect(200).text())
                .isEqualTo("{\"items\":[],\"hasBefore\":false,\"hasAfter\":false,\"rev\":0}");
        verify(readHistory).read(ANNA.id(), ANNA_WITH_BOB, new HistoryQuery(anchor, seq, limit));
    }

    @Test
    void linksTheOlderAndTheNewerPage() {
        given(readHistory.read(any(), any(), any()))
                .willReturn(new HistoryPage(List.of(Views.ofMessage(4), Views.ofMessage(5)), true, true, 9));
        Answer answer = call("GET", PATH + "/messages?around=5&limit=2").expect(200);
        assertThat(answer.headers().allValues("Link"))
                .containsExactly(
                        "<" + PATH + "/messages?limit=2&before=4>; rel=\"prev\"",
                        "<" + PATH + "/messages?limit=2&after=5>; rel=\"next\"");
        assertThat(answer.json().path("rev").asLong()).isEqualTo(9);
    }

    @Test
    void linksBackFromBeyondBothEnds() {
        given(readHistory.read(any(), any(), any())).willReturn(new HistoryPage(List.of(), true, false, 9));
        assertThat(call("GET", PATH + "/messages?after=99").expect(200).header("Link"))
                .isEqualTo("<" + PATH + "/messages>; rel=\"prev\"");
        given(readHistory.read(any(), any(), any())).willReturn(new HistoryPage(List.of(), false, true, 9));
        assertThat(call("GET", PATH + "/messages?before=1").expect(200).header("Link"))
                .isEqualTo("<" + PATH + "/messages?after=0>; rel=\"next\"");
    }

    @Test
    void showsOneMessage() {
        given(getMessage.get(ANNA.id(), ANNA_WITH_BOB, 118)).willReturn(Views.ofMessage(118));
        Answer answer = call("GET", PATH + "/messages/118").expect(200);
        assertThat(answer.json().path("seq").asLong()).isEqualTo(118);
        assertThat(answer.json().path("kind").asString()).isEqualTo("text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-1", "x", "1.0", "01", "0x1", "+1", "1e3", "9223372036854775808", "99999999999999999999"})
    void knowsNoMessageUnderWhatIsNoNumber(String seq) {
        call("GET", PATH + "/messages/" + seq).refused(404, "not-found");
    }

    @Test
    void answersReceiptsWithBothMarksAndWhatIsUnread() {
        given(updateReceipts.update(ANNA.id(), ANNA_WITH_BOB, new MarkReport(3, 5)))
                .willReturn(new Receipts(new Marks(3, Times.NOW, 5, Times.NOW), 2));
        assertThat(call("PUT", PATH + "/receipts", "{\"readSeq\":3,\"deliveredSeq\":5}")
                        .expect(200)
                        .text())
                .isEqualTo("{\"readSeq\":3,\"readAt\":\"2026-11-22T14:03:11.402Z\","
                        + "\"deliveredSeq\":5,\"deliveredAt\":\"2026-11-22T14:03:11.402Z\",\"unreadCount\":2}");
    }

    @Test
    void answersReceiptsThatSayNothing() {
        given(updateReceipts.update(ANNA.id(), ANNA_WITH_BOB, new MarkReport(0, 0)))
                .willReturn(new Receipts(Marks.NONE, 0));
        assertThat(call("PUT", PATH + "/receipts", "{}").expect(200).text())
                .isEqualTo("{\"readSeq\":0,\"deliveredSeq\":0,\"unreadCount\":0}");
    }
}
