package io.chatty.testkit;

import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.at;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.conversation.ConversationFixtures.pair;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chatty.domain.auth.SessionToken;
import io.chatty.domain.conversation.AppendOutcome.Replayed;
import io.chatty.domain.conversation.Audit;
import io.chatty.domain.conversation.AuditRepository;
import io.chatty.domain.conversation.Breach;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationFilter;
import io.chatty.domain.conversation.Emoji;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.conversation.Reaction;
import io.chatty.domain.conversation.SeqRange;
import io.chatty.domain.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What a store of schema 1 holds is there in every later version. Anna and Bob exchanged twelve messages, Cara wrote one to
 * Bob, and Anna opened a conversation with Cara; Anna has two sessions, Bob one.
 */
public abstract class FirstSchemaContract {

    private static final long LAST = 12;

    /** The store after this version opened it. */
    protected abstract Store store();

    /** All that is in it, for a check. */
    protected abstract AuditRepository audit();

    /** What it was called by then. */
    protected abstract String epoch();

    /** Whether Anna edited message 5, Bob deleted message 6, reacted to message 7 and muted the conversation. */
    protected abstract boolean hasChanges();

    private List<Message> messages() {
        return store().messages().read(ANNA_WITH_BOB, new SeqRange(1, 100));
    }

    private Message message(long seq) {
        return messages().get((int) seq - 1);
    }

    private ConversationEntry entry(User viewer) {
        return store().conversations().find(ANNA_WITH_BOB, viewer.id()).orElseThrow();
    }

    private static String text(long seq) {
        return seq == 4 ? "  line\r\nline 'quoted' \\u0041 👨‍👩‍👧‍👦 e\u0301; --" : "message " + seq;
    }

    @Test
    void isTheSameStore() {
        assertThat(store().identity().identity().epoch()).isEqualTo(epoch());
    }

    @Test
    void holdsEveryPerson() {
        for (User user : List.of(ANNA, BOB, CARA)) {
            assertThat(store().users().findByEmail(user.email())).hasValueSatisfying(found -> {
                assertThat(found.id()).isEqualTo(user.id());
                assertThat(found.name()).isEqualTo(user.name());
                assertThat(found.passwordHash().value()).startsWith("$2a$04$");
                assertThat(found.preferences()).isEqualTo(user.preferences());
                assertThat(found.createdAt()).isEqualTo(user.createdAt());
            });
        }
        assertThat(store().lastSeen().find(List.of(ANNA.id()))).containsEntry(ANNA.id(), nowPlus(300));
    }

    @Test
    void holdsEverySession() {
        assertThat(List.of(
                        "old-token-of-annas-phone-0123456789abcdefghi",
                        "old-token-of-annas-laptop-123456789abcdefghi",
                        "old-token-of-bobs-tablet--123456789abcdefghi"))
                .map(token -> store().sessions()
                        .findByTokenHash(new SessionToken(token).hash())
                        .orElseThrow())
                .extracting(session -> session.id().value(), session -> session.userId())
                .containsExactly(tuple("s_phone", ANNA.id()), tuple("s_laptop", ANNA.id()), tuple("s_bob", BOB.id()));
    }

    @Test
    void holdsEveryMessage() {
        assertThat(messages())
                .extracting(
                        Message::seq,
                        Message::senderId,
                        message -> message.clientMessageId().value(),
                        Message::sentAt)
                .isEqualTo(LongStream.rangeClosed(1, LAST)
                        .mapToObj(
                                seq -> tuple(seq, seq % 2 == 1 ? ANNA.id() : BOB.id(), "old-" + seq, nowPlus(10 * seq)))
                        .toList());
        for (long seq : List.of(1L, 2L, 3L, 4L, 7L, 8L, 9L, 10L, 11L, 12L)) {
            assertThat(message(seq).text()).isEqualTo(new MessageText(text(seq)));
        }
        assertThat(message(LAST).replyTo()).isEqualTo(3);
        assertThat(store().messages().read(pair(BOB, CARA).conversationId(), new SeqRange(1, 100)))
                .extracting(Message::text)
                .containsExactly(new MessageText("hello Bob"));
    }

    @Test
    void holdsEveryChange() {
        if (!hasChanges()) {
            assertThat(messages()).allMatch(message -> message.rev() == message.seq() && message.changes() == 0);
            assertThat(entry(BOB).settings().muted()).isFalse();
            return;
        }
        assertThat(message(5).text()).isEqualTo(new MessageText("message 5, edited"));
        assertThat(message(5).editedAt()).isEqualTo(nowPlus(220));
        assertThat(message(6).isDeleted()).isTrue();
        assertThat(message(7).reactions()).containsExactly(new Reaction(BOB.id(), new Emoji("👍")));
        assertThat(IntStream.of(5, 6, 7).mapToLong(seq -> message(seq).rev())).containsExactly(13L, 14L, 15L);
        assertThat(entry(BOB).settings().muted()).isTrue();
        assertThat(entry(BOB).settings().version(LAST)).isEqualTo(1);
    }

    @Test
    void holdsEveryMark() {
        Marks annas = new Marks(12, nowPlus(210), 12, nowPlus(210));
        Marks bobs = new Marks(9, nowPlus(200), 11, nowPlus(200));

        assertThat(entry(ANNA).ownMarks()).isEqualTo(annas);
        assertThat(entry(ANNA).peerMarks()).isEqualTo(bobs);
        assertThat(entry(BOB).ownMarks()).isEqualTo(bobs);
        assertThat(entry(BOB).unreadCount()).isEqualTo(1);
    }

    @Test
    void holdsEveryConversation() {
        assertThat(store().conversations().list(ANNA.id(), ConversationFilter.ALL, null, 50))
                .extracting(ConversationEntry::peer, ConversationEntry::createdAt, ConversationEntry::head)
                .containsExactly(
                        tuple(BOB.id(), nowPlus(10), new Head(LAST, hasChanges() ? 15 : LAST)),
                        tuple(CARA.id(), nowPlus(5), Head.EMPTY));
        assertThat(store().conversations().list(CARA.id(), ConversationFilter.ALL, null, 50))
                .extracting(ConversationEntry::peer)
                .containsExactly(BOB.id());
    }

    @Test
    void goesOnWhereItEnded() {
        assertThat(store().messages()
                        .append(at(nowPlus(30), draft(ANNA, BOB, "old-3", "message 3")))
                        .toCompletableFuture()
                        .join())
                .isInstanceOfSatisfying(
                        Replayed.class,
                        replayed -> assertThat(replayed.message().seq()).isEqualTo(3));

        Message next = StoreContract.appended(store().messages()
                .append(at(nowPlus(400), draft(ANNA, BOB, "the next one")))
                .toCompletableFuture()
                .join());

        assertThat(next.seq()).isEqualTo(LAST + 1);
        assertThat(next.rev()).isEqualTo(hasChanges() ? 16 : LAST + 1);
        assertThat(Objects.requireNonNull(entry(BOB).lastMessage())).isEqualTo(next);
    }

    @Test
    void keepsAllItPromises() {
        List<Breach> found = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        AuditRepository audit = audit();
        audit.forEach((conversation, messages) -> counts.add(Audit.check(audit, conversation, messages, found::add)));
        audit.search(found::add);

        assertThat(found).isEmpty();
        assertThat(counts).containsExactlyInAnyOrder(LAST, 1L, 0L);
    }
}
