package io.chatty.domain.conversation;

import static io.chatty.domain.conversation.StoredMessageBuilder.message;
import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.Breach.Kind;
import io.chatty.testkit.user.UserFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A conversation of Anna and Bob that keeps every promise, until a test breaks one. */
abstract class AuditScene {


    static final String ANNA = UserFixtures.ANNA.id().value();
    static final String BOB = UserFixtures.BOB.id().value();
    static final String CARA = UserFixtures.CARA.id().value();

    static final Duration LAG = Duration.ofSeconds(30);

    final List<StoredMessage> messages = new ArrayList<>(List.of(
            message(1).numbered(1L, 4L).changed(1).build(),
            message(2).by(BOB, 1).build(),
            message(3).by(ANNA, 2).build()));
    final List<StoredMember> members = new ArrayList<>(
            List.of(member(ANNA, nowPlus(3)), member(BOB, nowPlus(3), new Marks(2, NOW, 3, NOW), Settings.NONE)));
    List<String> people = List.of(ANNA, BOB);
    AuditRepository store = new Rules(LAG, true);
    Head head = new Head(3, 4);

    static StoredMember member(@Nullable String user, @Nullable Instant listedAt) {
        return member(user, listedAt, Marks.NONE, Settings.NONE);
    }

    static StoredMember member(
            @Nullable String user, @Nullable Instant listedAt, Marks marks, Settings settings) {
        return new StoredMember(user, NOW, listedAt, marks, null, settings);
    }

    List<Breach> found() {
        List<Breach> found = new ArrayList<>();
        Audit.check(
                store,
                new StoredConversation(ANNA_WITH_BOB.value(), people, members, head),
                messages.stream(),
                found::add);
        return found;
    }

    void assertFound(Kind kind, long at) {
        assertThat(found()).containsExactly(new Breach(ANNA_WITH_BOB.value(), kind, at));
    }

    void assertFoundInSecond(Kind kind, StoredMessageBuilder second) {
        messages.set(1, second.build());
        assertFound(kind, 2);
    }

    static StoredMessageBuilder second() {
        return message(2).by(BOB, 1);
    }

    /** What the store under check promises. */
    record Rules(Duration lag, boolean keepsAllRevs) implements AuditRepository {

        @Override
        public void forEach(BiConsumer<StoredConversation, Stream<StoredMessage>> consumer) {}

        @Override
        public void search(Consumer<Breach> found) {}
    }
}
