package io.chatty.adapter.sqlite.conversation;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.adapter.sqlite.FreshStore;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.PeerSight;
import io.chatty.testkit.Store;
import io.chatty.testkit.conversation.MarkRepositoryContract;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteMarkRepositoryTest extends MarkRepositoryContract {

    @RegisterExtension
    final FreshStore sqlite = new FreshStore();

    @Override
    protected Store store() {
        return sqlite.ports();
    }

    @Test
    void isInTheFileWithinTwoSeconds() {
        send(draft(ANNA, BOB, "hello"));
        store().marks().advance(ANNA_WITH_BOB, BOB.id(), MarkReport.read(1), PeerSight.ALL, NOW);

        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .until(
                        () -> marksInTheFile(),
                        marks -> marks.contains("1 " + NOW.toEpochMilli() + " 1 " + NOW.toEpochMilli()));
        assertThat(store().conversations()
                        .find(ANNA_WITH_BOB, BOB.id())
                        .orElseThrow()
                        .ownMarks()
                        .readAt())
                .isEqualTo(NOW);
    }

    @Test
    void countsNoTombstones() {
        sendAll(IntStream.range(0, 6)
                .mapToObj(i -> draft(ANNA, BOB, "number " + i))
                .toList());
        sendAll(IntStream.range(0, 3)
                .mapToObj(i -> draft(BOB, ANNA, "number " + i))
                .toList());
        sqlite.sqlite()
                .writer()
                .call(connection ->
                        connection.update("UPDATE message SET deleted_at = 1, text = NULL WHERE seq IN (2, 3, 5, 8)"));

        assertThat(unreadOfBobFrom(0)).isEqualTo(3);
        assertThat(unreadOfBobFrom(2)).isEqualTo(2);
        assertThat(unreadOfBobFrom(3)).isEqualTo(2);
        assertThat(unreadOfBobFrom(4)).isEqualTo(1);
        assertThat(unreadOfBobFrom(6)).isZero();
        assertThat(store().marks().unreadCount(ANNA_WITH_BOB, ANNA.id())).isEqualTo(2);
    }

    private int unreadOfBobFrom(long readSeq) {
        store().marks().advance(ANNA_WITH_BOB, BOB.id(), MarkReport.read(readSeq), PeerSight.ALL, NOW);
        return store().marks().unreadCount(ANNA_WITH_BOB, BOB.id());
    }

    private List<String> marksInTheFile() {
        return sqlite.sqlite()
                .reader()
                .read(client -> client.sql(
                                "SELECT concat_ws(' ', read_seq, read_at, delivered_seq, delivered_at) FROM member")
                        .query(String.class)
                        .list());
    }
}
