package io.chatty.adapter.web;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.MANY_CHANGES;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.chatty.domain.ErrorCode;
import io.chatty.domain.ValidationException;
import io.chatty.domain.ViolationCode;
import io.chatty.domain.conversation.ChangesPage;
import io.chatty.domain.conversation.Emoji;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.conversation.SettingsChange;
import io.chatty.testkit.Times;
import io.chatty.testkit.conversation.ConversationFixtures;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Editing, deleting, reacting, settings, and what changed. */
class ChangeTest extends WebTest {

    private static final String CONVERSATION = "/api/v1/conversations/" + ANNA_WITH_BOB;
    private static final String MESSAGE = CONVERSATION + "/messages/7";
    private static final Message STORED =
            Message.compose(ConversationFixtures.draft(ANNA, BOB, "m-1", "hello"), ANNA_WITH_BOB, 7, 9);
    private static final Message EDITED = STORED.edit(ANNA.id(), new MessageText("bye"), Times.nowPlus(1), MANY_CHANGES)
            .numbered(10);
    private static final Message DELETED =
            EDITED.delete(ANNA.id(), Times.nowPlus(2)).numbered(11);

    @Test
    void editsAMessage() {
        given(editMessage.edit(ANNA.id(), ANNA_WITH_BOB, 7, new MessageText("bye")))
                .willReturn(CompletableFuture.completedFuture(EDITED));
        Answer answer = call("PATCH", MESSAGE, "{\"text\":\"bye\",\"seq\":8}")
                .expect(200)
                .assertHeaders();
        assertThat(answer.json().path("text").asString()).isEqualTo("bye");
        assertThat(answer.json().path("rev").asLong()).isEqualTo(10);
        assertThat(answer.json().has("editedAt")).isTrue();
    }

    @Test
    void deletesAMessage() {
        given(deleteMessage.delete(ANNA.id(), ANNA_WITH_BOB, 7)).willReturn(CompletableFuture.completedFuture(DELETED));
        Answer answer = call("DELETE", MESSAGE).expect(204).assertHeaders();
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void showsOfADeletedMessageWhatIsLeft() {
        given(getMessage.get(ANNA.id(), ANNA_WITH_BOB, 7)).willReturn(DELETED);
        assertThat(call("GET", MESSAGE).expect(200).json().propertyNames())
                .containsExactly(
                        "conversationId", "kind", "seq", "rev", "senderId", "clientMessageId", "sentAt", "deletedAt");
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_FOUND, 404",
        "NOT_MESSAGE_AUTHOR, 403",
        "EDIT_WINDOW_CLOSED, 403",
        "MESSAGE_DELETED, 409",
        "TOO_MANY_CHANGES, 409",
        "TEMPORARILY_UNAVAILABLE, 503"
    })
    void saysWhyAMessageStaysAsItIs(ErrorCode code, int status) {
        String word = code.name().toLowerCase(Locale.ROOT).replace('_', '-');
        CompletableFuture<Message> refused = CompletableFuture.failedFuture(code.refusal());
        given(editMessage.edit(any(), any(), anyLong(), any())).willReturn(refused);
        given(deleteMessage.delete(any(), any(), anyLong())).willReturn(refused);
        given(addReaction.add(any(), any(), anyLong(), any())).willReturn(refused);
        given(removeReaction.remove(any(), any(), anyLong(), any())).willReturn(refused);
        call("PATCH", MESSAGE, "{\"text\":\"bye\"}").refused(status, word);
        call("DELETE", MESSAGE).refused(status, word);
        call("PUT", reaction("👍")).refused(status, word);
        call("DELETE", reaction("👍")).refused(status, word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍", "❤️", "#️⃣", "*️⃣", "🇩🇪", "👩🏽‍🚀", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"})
    void takesOneEmojiOfAnyKind(String emoji) {
        Message reacted = STORED.react(ANNA.id(), new Emoji(emoji), MANY_CHANGES);
        given(addReaction.add(ANNA.id(), ANNA_WITH_BOB, 7, new Emoji(emoji)))
                .willReturn(CompletableFuture.completedFuture(reacted));
        given(removeReaction.remove(ANNA.id(), ANNA_WITH_BOB, 7, new Emoji(emoji)))
                .willReturn(CompletableFuture.completedFuture(STORED));
        Answer added = call("PUT", reaction(emoji)).expect(200);
        assertThat(added.json().at("/reactions/0/emoji").asString()).isEqualTo(emoji);
        assertThat(added.json().at("/reactions/0/userIds/0").asString()).isEqualTo("u_anna");
        assertThat(call("DELETE", reaction(emoji)).expect(200).json().path("reactions"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a, invalid-format",
        "1, invalid-format",
        "👍👍, invalid-format",
        "👍a, invalid-format",
        "' ', invalid-format",
        "👩‍👩‍👩‍👩‍👩‍👩‍👩‍👩‍👩‍👩, too-long"
    })
    void refusesWhatIsNotOneEmoji(String emoji, String code) {
        for (String verb : List.of("PUT", "DELETE")) {
            assertThat(call(verb, reaction(emoji))
                            .refused(400, "validation-failed")
                            .errors())
                    .containsExactly("/emoji " + code);
        }
        verifyNoInteractions(addReaction, removeReaction);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2F", "%00", "%5C", "..", "%F0%9F", "%FF", "%", "%zz"})
    void survivesWhatCanBeNoEmojiAtAll(String segment) throws IOException {
        try (RawConnection connection = new RawConnection(port)) {
            Answer answer = connection
                    .say("PUT " + MESSAGE + "/reactions/" + segment + " HTTP/1.1\r\nHost: localhost\r\n"
                            + "Authorization: Bearer " + TOKEN + "\r\nConnection: close\r\n\r\n")
                    .hear();
            assertThat(answer.status()).as(answer.text()).isIn(400, 404, 405);
            answer.assertHeaders();
        }
        verifyNoInteractions(addReaction, removeReaction);
    }

    @Test
    void refusesOneReactionTooMany() {
        given(addReaction.add(any(), any(), anyLong(), any()))
                .willReturn(CompletableFuture.failedFuture(
                        ValidationException.of("emoji", ViolationCode.OUT_OF_RANGE, "At most 6.")));
        assertThat(call("PUT", reaction("👍")).refused(400, "validation-failed").errors())
                .containsExactly("/emoji out-of-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "01", "9223372036854775808"})
    void changesNothingUnderWhatIsNoNumber(String seq) {
        String path = CONVERSATION + "/messages/" + seq;
        call("PATCH", path, "{\"text\":\"bye\"}").refused(404, "not-found");
        call("DELETE", path).refused(404, "not-found");
        call("PUT", path + "/reactions/%F0%9F%91%8D").refused(404, "not-found");
        call("DELETE", path + "/reactions/%F0%9F%91%8D").refused(404, "not-found");
        verifyNoInteractions(editMessage, deleteMessage, addReaction, removeReaction);
    }

    @Test
    void changesTheSettingsThatAreGiven() {
        given(changeSettings.change(any(), any(), any())).willReturn(Views.ofConversation(1));
        Answer answer = call("PATCH", CONVERSATION, "{\"muted\":true,\"archived\":false,\"pinned\":null}")
                .expect(200);
        assertThat(answer.json().path("id").asString()).isEqualTo(ANNA_WITH_BOB.value());
        verify(changeSettings).change(ANNA.id(), ANNA_WITH_BOB, new SettingsChange(true, false, null, null));
    }

    @Test
    void answersWhatChanged() {
        given(readChanges.read(ANNA.id(), ANNA_WITH_BOB, 8, 2))
                .willReturn(new ChangesPage(List.of(EDITED, DELETED), 11, true));
        Answer answer = call("GET", CONVERSATION + "/changes?since=8&limit=2").expect(200);
        assertThat(answer.json().path("messages")).hasSize(2);
        assertThat(answer.json().path("rev").asLong()).isEqualTo(11);
        assertThat(answer.json().path("hasMore").asBoolean()).isTrue();
        given(readChanges.read(any(), any(), anyLong(), anyInt())).willThrow(ErrorCode.NOT_FOUND.refusal());
        call("GET", CONVERSATION + "/changes?since=0").refused(404, "not-found");
    }

    private static String reaction(String emoji) {
        return MESSAGE
                + "/reactions/"
                + URLEncoder.encode(emoji, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A");
    }
}
