package io.chatty.testkit;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_AND_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.at;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static io.chatty.testkit.user.UserFixtures.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.AppendOutcome;
import io.chatty.domain.conversation.AppendOutcome.Appended;
import io.chatty.domain.conversation.AppendOutcome.Replayed;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationFilter;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationPosition;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.conversation.SeqRange;
import io.chatty.domain.user.User;
import io.chatty.testkit.conversation.ConversationFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a store promises of several who write to it at once: nodes of one server where the store lets more than one open it,
 * else two who share the only one.
 */
public abstract class TwoWritersContract extends StoreContract {

    private Store writer(int number) {
        return number % 2 == 0 ? store() : elsewhere();
    }

    @Test
    void giveOneOrderWithoutGaps() {
        Concurrently.call(6, thread -> {
            for (int i = 0; i < 50; i++) {
                User sender = thread < 3 ? ANNA : BOB;
                MessageDraft draft = draft(sender, sender == ANNA ? BOB : ANNA, thread + " says " + i);
                appended(await(writer(thread).messages().append(draft)));
            }
            return thread;
        });

        List<Message> history = history(store());
        assertThat(history).hasSize(300).isEqualTo(history(elsewhere()));
        assertThat(history).extracting(Message::seq).containsExactlyElementsOf(oneTo(300));
        assertThat(history).extracting(Message::rev).containsExactlyElementsOf(oneTo(300));
        assertThat(store().messages().head(ANNA_WITH_BOB)).isEqualTo(new Head(300, 300));
        for (int thread = 0; thread < 6; thread++) {
            String own = thread + " says ";
            assertThat(history.stream().map(ConversationFixtures::textOf).filter(text -> text.startsWith(own)))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 50).mapToObj(i -> own + i).toList());
        }
    }

    @Test
    void storeOneOfManyRepeats() {
        MessageDraft draft = draft(ANNA, BOB, "once");

        List<AppendOutcome> outcomes =
                Concurrently.call(20, i -> await(writer(i).messages().append(draft)));

        assertThat(outcomes).filteredOn(Appended.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .extracting(outcome ->
                        outcome instanceof Replayed replayed ? replayed.message() : ((Appended) outcome).message())
                .containsOnly(history(store()).get(0));
        assertThat(history(elsewhere())).hasSize(1);
    }

    @Test
    void giveNumbersAboveThoseThatTheOtherUsed() {
        send(draft(ANNA, BOB, "one"));
        for (String text : List.of("two", "three")) {
            await(elsewhere().messages().change(ConversationFixtures.edit(ANNA_AND_BOB, 1, ANNA, text)));
        }

        Message next = send(draft(BOB, ANNA, "next"));
        await(store().messages().change(ConversationFixtures.edit(ANNA_AND_BOB, 1, ANNA, "four")));

        assertThat(next.rev()).isEqualTo(4);
        for (Store writer : List.of(store(), elsewhere())) {
            Message edited = writer.messages().find(ANNA_WITH_BOB, 1).orElseThrow();
            assertThat(edited.rev()).isEqualTo(5);
            assertThat(writer.messages().changes(ANNA_WITH_BOB, 1, 100).messages())
                    .containsExactly(next, edited);
        }
    }

    @Test
    void openAConversationOnceForEach() {
        List<Boolean> opened = Concurrently.call(
                50, i -> writer(i).conversations().open(ANNA_AND_BOB, (i < 25 ? ANNA : BOB).id(), NOW));

        assertThat(opened.subList(0, 25)).containsOnlyOnce(true);
        assertThat(opened.subList(25, 50)).containsOnlyOnce(true);
    }

    @Test
    void registerAMailboxOnce() {
        List<Boolean> added = Concurrently.call(50, i -> {
            User user = user("twin-" + i);
            return writer(i)
                    .users()
                    .add(User.register(
                            user.id(), user("twin").email(), user.name(), user.passwordHash(), user.createdAt()));
        });

        assertThat(added).containsOnlyOnce(true);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50})
    void listTheLatestFirstWhoeverWrote(int limit) {
        List<User> peers =
                IntStream.range(0, 6).mapToObj(i -> user("peer-" + i)).toList();
        register(peers.toArray(User[]::new));
        List<ConversationId> order = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            User peer = peers.get(i * 5 % 6 * (i % 4) % 6);
            ConversationId id = Participants.of(ANNA.id(), peer.id()).conversationId();
            appended(await(writer(i / 2).messages().append(at(nowPlus(i * 3L), draft(peer, ANNA, "number " + i)))));
            order.remove(id);
            order.add(0, id);
        }

        assertThat(list(store(), limit)).isEqualTo(order);
        assertThat(list(elsewhere(), limit)).isEqualTo(order);
    }

    @Test
    void showEachOtherWhatTheyStored() {
        Message message = send(draft(ANNA, CARA, "hello"));

        assertThat(elsewhere().messages().find(message.conversationId(), 1)).contains(message);
        assertThat(elsewhere().conversations().find(message.conversationId(), CARA.id()))
                .map(ConversationEntry::unreadCount)
                .contains(1);
        assertThat(elsewhere().identity().identity())
                .isEqualTo(store().identity().identity());
    }

    private static List<Message> history(Store store) {
        return store.messages().read(ANNA_WITH_BOB, new SeqRange(1, 1_000));
    }

    private static List<ConversationId> list(Store store, int limit) {
        List<ConversationId> all = new ArrayList<>();
        List<ConversationEntry> page = page(store, null, limit);
        while (!page.isEmpty()) {
            page.forEach(entry -> all.add(entry.id()));
            page = page(store, page.get(page.size() - 1).position(), limit);
        }
        return all;
    }

    private static List<ConversationEntry> page(Store store, @Nullable ConversationPosition after, int limit) {
        return store.conversations().list(ANNA.id(), ConversationFilter.ALL, after, limit);
    }

    private static List<Long> oneTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
