package io.chatty.adapter.web;

import static io.chatty.testkit.user.UserFixtures.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.chatty.application.conversation.SyncPage;
import io.chatty.application.conversation.SyncQuery;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.conversation.ConversationFilter;
import io.chatty.domain.conversation.ConversationPosition;
import io.chatty.domain.conversation.SyncCursor;
import io.chatty.testkit.Times;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;

/** Lists of conversations, and where to go on from them. */
class ConversationListTest extends WebTest {

    private static final String PATH = "/api/v1/conversations";
    private static final SyncCursor NOW = new SyncCursor("epoch", Times.NOW, "digest", null);

    @BeforeEach
    void nothingHappened() {
        given(sync.sync(any())).willReturn(CompletableFuture.completedFuture(new SyncPage(List.of(), NOW, false)));
    }

    @Test
    void listsConversationsPageByPage() {
        given(listConversations.list(ANNA.id(), ConversationFilter.ALL, null, 2))
                .willReturn(List.of(Views.ofConversation(3), Views.ofConversation(0)));
        Answer first = call("GET", PATH + "?limit=1").expect(200).assertHeaders();
        assertThat(first.json().path("items")).hasSize(1);
        String cursor = first.json().path("next").asString();
        assertThat(first.header("Link")).isEqualTo("<" + PATH + "?limit=1&cursor=" + cursor + ">; rel=\"next\"");

        ConversationPosition position = Views.ofConversation(3).entry().position();
        given(listConversations.list(ANNA.id(), ConversationFilter.ALL, position, 2))
                .willReturn(List.of(Views.ofConversation(0)));
        Answer last = call("GET", PATH + "?limit=1&cursor=" + cursor).expect(200);
        assertThat(last.json().path("items")).hasSize(1);
        assertThat(last.json().has("next")).isFalse();
        assertThat(last.header("Link")).isNull();
        assertThat(last.json().has("sync")).isFalse();
    }

    @Test
    void carriesOnItsFirstPageACursorOfBeforeItWasRead() {
        given(listConversations.list(any(), any(), any(), anyInt())).willReturn(List.of());
        String cursor = call("GET", PATH).expect(200).json().path("sync").asString();

        var order = inOrder(sync, listConversations);
        order.verify(sync).sync(any());
        order.verify(listConversations).list(ANNA.id(), ConversationFilter.ALL, null, 51);
        call("GET", "/api/v1/sync?since=" + cursor).expect(200);
        ArgumentCaptor<SyncQuery> asked = ArgumentCaptor.forClass(SyncQuery.class);
        verify(sync, times(2)).sync(asked.capture());
        assertThat(asked.getAllValues().get(0).since()).isNull();
        assertThat(asked.getAllValues().get(0).patience()).isEqualTo(Duration.ZERO);
        assertThat(asked.getAllValues().get(1).since()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource({"'', ALL", "?filter=all, ALL", "?filter=archived, ARCHIVED"})
    void showsWhatIsWanted(String query, ConversationFilter filter) {
        given(listConversations.list(ANNA.id(), filter, null, 51)).willReturn(List.of(Views.ofConversation(1)));
        assertThat(call("GET", PATH + query).expect(200).json().path("items")).hasSize(1);
    }

    @Test
    void takesNoCursorOfAnotherFilter() {
        given(listConversations.list(ANNA.id(), ConversationFilter.ARCHIVED, null, 2))
                .willReturn(List.of(Views.ofConversation(3), Views.ofConversation(0)));
        Answer archived = call("GET", PATH + "?limit=1&filter=archived").expect(200);
        String cursor = archived.json().path("next").asString();
        assertThat(archived.header("Link")).contains("filter=archived", "limit=1", "cursor=" + cursor);
        call("GET", PATH + "?cursor=" + cursor).refused(400, "invalid-cursor");
        call("GET", "/api/v1/sync?since=" + cursor).refused(400, "invalid-cursor");
        call("GET", PATH + "?cursor=" + archived.json().path("sync").asString()).refused(400, "invalid-cursor");
    }

    @Test
    void saysThatTheStoreIsAway() {
        given(sync.sync(any())).willReturn(CompletableFuture.completedFuture(new SyncPage(List.of(), NOW, false)));
        given(listConversations.list(any(), any(), any(), anyInt()))
                .willThrow(ErrorCode.TEMPORARILY_UNAVAILABLE.refusal());
        call("GET", PATH).refused(503, "temporarily-unavailable");
        given(sync.sync(any())).willReturn(CompletableFuture.failedFuture(ErrorCode.TEMPORARILY_UNAVAILABLE.refusal()));
        call("GET", PATH).refused(503, "temporarily-unavailable");
    }
}
