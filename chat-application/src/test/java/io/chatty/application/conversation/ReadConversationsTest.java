package io.chatty.application.conversation;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.pair;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatty.domain.ErrorCode;
import io.chatty.domain.conversation.ConversationFilter;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.conversation.HistoryPage;
import io.chatty.domain.conversation.HistoryQuery;
import io.chatty.domain.conversation.HistoryQuery.Anchor;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageRepository;
import io.chatty.domain.conversation.SeqRange;
import io.chatty.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.AdditionalAnswers;
import org.mockito.Mockito;

class ReadConversationsTest {

    private static final HistoryQuery NEWEST = new HistoryQuery(Anchor.NEWEST, 0, 3);

    private final ConversationScene scene = new ConversationScene();

    @ParameterizedTest
    @CsvSource({
        "NEWEST, 0, '8,9,10', true, false",
        "BEFORE, 8, '5,6,7', true, true",
        "BEFORE, 3, '1,2', false, true",
        "BEFORE, 1, '', false, true",
        "BEFORE, 99, '8,9,10', true, false",
        "AFTER, 0, '1,2,3', false, true",
        "AFTER, 8, '9,10', true, false",
        "AFTER, 10, '', true, false",
        "AROUND, 5, '4,5,6', true, true",
        "AROUND, 1, '1,2,3', false, true",
        "AROUND, 99, '8,9,10', true, false"
    })
    void readsAPageOfHistory(Anchor anchor, long seq, String expected, boolean hasBefore, boolean hasAfter) {
        for (int i = 1; i <= 10; i++) {
            scene.send(ANNA, BOB, "m" + i);
        }

        HistoryPage page = read(BOB.id(), new HistoryQuery(anchor, seq, 3));

        assertThat(page.items().stream().map(Message::seq).map(String::valueOf).toList())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(",")));
        assertThat(page.hasBefore()).isEqualTo(hasBefore);
        assertThat(page.hasAfter()).isEqualTo(hasAfter);
        assertThat(page.rev()).isEqualTo(10);
    }

    @Test
    void readsTheEmptyHistoryOfAnEmptyConversation() {
        scene.assembly.openConversation(scene.limiter).open(ANNA.id(), BOB.id());

        assertThat(read(ANNA.id(), NEWEST)).isEqualTo(new HistoryPage(List.of(), false, false, 0));
    }

    @Test
    void looksAtTheRevBeforeTheItems() {
        scene.send(ANNA, BOB, "hi");
        MessageRepository slow =
                Mockito.mock(MessageRepository.class, AdditionalAnswers.delegatesTo(scene.store.messages()));
        Mockito.doAnswer(reading -> {
                    scene.send(ANNA, BOB, "meanwhile");
                    return scene.store.messages().read(ANNA_WITH_BOB, new SeqRange(1, 2));
                })
                .when(slow)
                .read(Mockito.any(), Mockito.any());

        HistoryPage page = scene.assembly(slow).readHistory().read(ANNA.id(), ANNA_WITH_BOB, NEWEST);

        assertThat(page.rev()).isOne();
    }

    @Test
    void listsTheNewestMessageFirst() {
        scene.send(ANNA, BOB, "to-Bob");
        scene.clock.advance(Duration.ofSeconds(1));
        scene.send(CARA, ANNA, "from-Cara");

        List<ConversationView> list =
                scene.assembly.listConversations().list(ANNA.id(), ConversationFilter.ALL, null, 50);

        assertThat(list).map(ConversationView::peer).containsExactly(CARA.person(), BOB.person());
        assertThat(list).map(view -> view.entry().unreadCount()).containsExactly(1, 0);
        assertThat(scene.assembly
                        .listConversations()
                        .list(
                                ANNA.id(),
                                ConversationFilter.ALL,
                                list.get(0).entry().position(),
                                50))
                .containsExactly(list.get(1));
    }

    @Test
    void findsMessagesAndConversationsOfBothPeople() {
        Message sent = scene.send(ANNA, BOB, "hi").message();

        assertThat(scene.assembly.getMessage().get(BOB.id(), ANNA_WITH_BOB, 1)).isEqualTo(sent);
        assertThat(scene.assembly.getConversation().get(BOB.id(), ANNA_WITH_BOB).peer())
                .isEqualTo(ANNA.person());
        assertNotFound(() -> scene.assembly.getMessage().get(ANNA.id(), ANNA_WITH_BOB, 2));
    }

    @Test
    void showsNothingToSomebodyElse() {
        scene.send(ANNA, BOB, "hi");

        assertNotFound(() -> read(CARA.id(), NEWEST));
        assertNotFound(() -> scene.assembly.getMessage().get(CARA.id(), ANNA_WITH_BOB, 1));
        assertNotFound(() -> scene.assembly.getConversation().get(CARA.id(), ANNA_WITH_BOB));
        assertThat(scene.assembly.listConversations().list(CARA.id(), ConversationFilter.ALL, null, 50))
                .isEmpty();
    }

    @Test
    void answersForAnIdThatWasNeverGivenOutAsForOneOfOthers() {
        ConversationId unknown = pair(BOB, CARA).conversationId();

        assertNotFound(() -> scene.assembly.getConversation().get(ANNA.id(), unknown));
        assertNotFound(() -> scene.assembly.readHistory().read(ANNA.id(), unknown, NEWEST));
    }

    private HistoryPage read(UserId reader, HistoryQuery query) {
        return scene.assembly.readHistory().read(reader, ANNA_WITH_BOB, query);
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatThrownBy(call).hasMessage(ErrorCode.NOT_FOUND.name());
    }
}
