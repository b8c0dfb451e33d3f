package io.chatty.adapter.web;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.chatty.application.auth.Authenticated;
import io.chatty.application.conversation.SyncPage;
import io.chatty.application.conversation.SyncQuery;
import io.chatty.application.presence.DisconnectUseCase.Farewell;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionNotifier;
import io.chatty.domain.auth.SessionRevoked;
import io.chatty.domain.auth.SessionToken;
import io.chatty.domain.conversation.SyncCursor;
import io.chatty.domain.conversation.SyncPlace;
import io.chatty.domain.presence.ConnectionId;
import io.chatty.testkit.Times;
import io.chatty.testkit.auth.SessionFixtures;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;

/** Asking what happened, and waiting for it. */
class SyncTest extends WebTest {

    private static final String PATH = "/api/v1/sync";
    private static final SyncCursor END = new SyncCursor("epoch", Times.NOW, "digest-1_", null);
    private static final SyncCursor MIDST =
            new SyncCursor("epoch", Times.NOW, "digest-1_", new SyncPlace(Times.nowPlus(-5), ANNA_WITH_BOB));

    @Autowired
    private SessionNotifier notifier;

    @Autowired
    private OpenPolls polls;

    private final CompletableFuture<SyncPage> happening = new CompletableFuture<>();

    @AfterEach
    void goOn() {
        polls.start();
    }

    @Test
    void beginsFromNow() {
        answers(new SyncPage(List.of(), END, false));
        Answer answer = call("GET", PATH).expect(200).assertHeaders();
        assertThat(answer.json().propertyNames()).containsExactly("conversations", "next", "hasMore");
        SyncQuery asked = asked(1).get(0);
        assertThat(asked.since()).isNull();
        assertThat(asked.limit()).isEqualTo(50);
        assertThat(asked.patience()).isZero();
        verifyNoInteractions(connect, disconnect);
    }

    @Test
    void goesOnWhereACursorStands() {
        answers(new SyncPage(List.of(Views.ofConversation(3)), MIDST, true));
        Answer first = call("GET", PATH + "?limit=1").expect(200);
        assertThat(first.json().at("/conversations/0/lastSeq").asLong()).isEqualTo(3);
        assertThat(first.json().path("hasMore").asBoolean()).isTrue();
        answers(new SyncPage(List.of(), END, false));
        String cursor = first.json().path("next").asString();
        String next = call("GET", PATH + "?since=" + cursor)
                .expect(200)
                .json()
                .path("next")
                .asString();
        call("GET", PATH + "?since=" + next).expect(200);
        assertThat(asked(3)).extracting(SyncQuery::since).containsExactly(null, MIDST, END);
    }

    @Test
    void takesNoCursorOfAnotherPerson() {
        answers(new SyncPage(List.of(), END, false));
        String cursor = call("GET", PATH).expect(200).json().path("next").asString();
        doReturn(new Authenticated(SessionFixtures.session("phone", BOB), false))
                .when(authenticate)
                .authenticate(new SessionToken("bob"));
        anonymous("GET", PATH + "?wait=25&since=" + cursor)
                .header("Authorization", "Bearer bob")
                .refused(400, "invalid-cursor");
        verifyNoInteractions(connect);
    }

    @ParameterizedTest
    @CsvSource({"SYNC_RESET, 409, sync-reset", "TEMPORARILY_UNAVAILABLE, 503, temporarily-unavailable"})
    void saysWhyItCannotTell(ErrorCode code, int status, String word) {
        given(sync.sync(any())).willReturn(CompletableFuture.failedFuture(code.refusal()));
        call("GET", PATH).refused(status, word);
        given(sync.sync(any())).willReturn(CompletableFuture.failedFuture(new CompletionException(code.refusal())));
        call("GET", PATH + "?wait=1").refused(status, word);
    }

    @Test
    void countsAsThereWhileItWaits() throws InterruptedException, ExecutionException, TimeoutException {
        given(sync.sync(any())).willReturn(happening);
        CompletableFuture<Answer> poll = call("GET", PATH + "?wait=25").sendAsync();
        ArgumentCaptor<ConnectionId> connection = ArgumentCaptor.forClass(ConnectionId.class);
        verify(connect, timeout(20_000)).connect(connection.capture(), eq(ANNA.id()));
        assertThat(asked(1).get(0).patience()).isEqualTo(Duration.ofSeconds(25));
        verify(disconnect, never()).disconnect(any(), any());
        happening.complete(new SyncPage(List.of(Views.ofConversation(1)), END, false));
        assertThat(poll.get(20, TimeUnit.SECONDS).json().path("conversations")).hasSize(1);
        verify(disconnect, timeout(20_000)).disconnect(connection.getValue(), Farewell.LOST);
    }

    @Test
    void holdsNoThreadWhileItWaits() throws InterruptedException, ExecutionException, TimeoutException {
        given(sync.sync(any())).willReturn(happening);
        given(getMe.get(ANNA.id())).willReturn(ANNA);
        // More than the server has threads.
        List<CompletableFuture<Answer>> waiting = IntStream.range(0, 300)
                .mapToObj(i -> call("GET", PATH + "?wait=25").sendAsync())
                .toList();
        verify(sync, timeout(20_000).times(300)).sync(any());
        call("GET", "/api/v1/me").expect(200);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        happening.complete(new SyncPage(List.of(), END, false));
        for (CompletableFuture<Answer> answer : waiting) {
            assertThat(answer.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
    }

    @Test
    void endsWithItsSession() throws InterruptedException, ExecutionException, TimeoutException {
        waitsForItsEnd();
        Session ended = SessionFixtures.session("lost-phone", ANNA);
        doReturn(new Authenticated(ended, false)).when(authenticate).authenticate(new SessionToken("lost"));
        CompletableFuture<Answer> poll = lostPhone().sendAsync();
        verify(sync, timeout(20_000)).sync(any());
        notifier.tell(
                new SessionRevoked(SessionFixtures.session("another", ANNA).id(), ANNA.id(), Times.NOW));
        assertThat(poll).isNotDone();
        notifier.tell(new SessionRevoked(ended.id(), ANNA.id(), Times.NOW));
        poll.get(20, TimeUnit.SECONDS).assertProblem(401, "session-revoked");
        verify(disconnect, timeout(20_000)).disconnect(any(), any());
        // As one whose session was revoked while it was on its way.
        lostPhone().refused(401, "session-revoked");
    }

    @Test
    void endsWhereItStandsWhenTheServerStops() throws InterruptedException, ExecutionException, TimeoutException {
        waitsForItsEnd();
        CompletableFuture<Answer> poll = call("GET", PATH + "?wait=25").sendAsync();
        verify(sync, timeout(20_000)).sync(any());
        polls.stop();
        assertThat(poll.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
        call("GET", PATH + "?wait=25").expect(200);
        verify(disconnect, timeout(20_000).times(2)).disconnect(any(), any());
    }

    @Test
    void isNotThereAfterABug() {
        willThrow(new IllegalStateException("secret")).given(sync).sync(any());
        call("GET", PATH + "?wait=25").refused(500, "internal-error");
        verify(disconnect, timeout(20_000)).disconnect(any(), any());
        assertThat(log.take()).hasSize(1);
    }

    private Call lostPhone() {
        return anonymous("GET", PATH + "?wait=25").header("Authorization", "Bearer lost");
    }

    private void answers(SyncPage page) {
        given(sync.sync(any())).willReturn(CompletableFuture.completedFuture(page));
    }

    private void waitsForItsEnd() {
        given(sync.sync(any()))
                .willAnswer(call -> call.getArgument(0, SyncQuery.class)
                        .end()
                        .thenApply(nothing -> new SyncPage(List.of(), END, false)));
    }

    private List<SyncQuery> asked(int times) {
        ArgumentCaptor<SyncQuery> queries = ArgumentCaptor.forClass(SyncQuery.class);
        verify(sync, times(times)).sync(queries.capture());
        return queries.getAllValues();
    }
}
