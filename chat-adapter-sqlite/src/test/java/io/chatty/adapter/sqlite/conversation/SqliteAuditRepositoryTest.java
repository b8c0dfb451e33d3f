package io.chatty.adapter.sqlite.conversation;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.adapter.sqlite.Damages;
import io.chatty.adapter.sqlite.FreshStore;
import io.chatty.adapter.sqlite.SqliteSnapshot;
import io.chatty.domain.conversation.Audit;
import io.chatty.domain.conversation.AuditRepository;
import io.chatty.domain.conversation.Breach;
import io.chatty.domain.conversation.Breach.Kind;
import io.chatty.testkit.Store;
import io.chatty.testkit.conversation.AuditRepositoryContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteAuditRepositoryTest extends AuditRepositoryContract {

    @RegisterExtension
    final FreshStore sqlite = new FreshStore();

    private final List<SqliteSnapshot> snapshots = new ArrayList<>();

    @Override
    protected Store store() {
        return sqlite.ports();
    }

    @Override
    protected AuditRepository audit() {
        SqliteSnapshot snapshot = SqliteSnapshot.open(sqlite.folder());
        snapshots.add(snapshot);
        return new SqliteAuditRepository(snapshot);
    }

    @AfterEach
    void closeSnapshots() {
        snapshots.forEach(SqliteSnapshot::close);
    }

    @Override
    @BeforeEach
    protected void talk() {
        super.talk();
        sqlite.reopen();
    }

    @Override
    protected void plant(Damage damage) {
        Damages.plant(sqlite.folder(), sql(damage));
    }

    /** Anna, Bob and Cara have the keys 1, 2 and 3, Anna's and Bob's conversation has 1, Bob's and Cara's 2. */
    private static String sql(Damage damage) {
        return switch (damage) {
            case LOST_MESSAGE -> "DELETE FROM message WHERE conversation = 1 AND seq = 2";
            case LOST_LAST_MESSAGE -> "DELETE FROM message WHERE conversation = 1 AND seq = 3; DELETE FROM reaction";
            case LOST_MESSAGES -> "DELETE FROM message WHERE conversation = 1; DELETE FROM reaction";
            case DOUBLED_CLIENT_MESSAGE_ID ->
                "DROP INDEX message_client_id;"
                        + update("client_id = (SELECT client_id FROM message WHERE conversation = 1 AND seq = 1)", 3);
            case DOUBLED_REV -> "DROP INDEX message_rev; UPDATE reaction SET rev = 4;" + update("rev = 4", 3);
            case VACATED_REV -> "UPDATE message SET rev = 2 WHERE conversation = 2";
            case WRONG_REV -> "UPDATE reaction SET rev = 7";
            case MARK_ABOVE_LAST -> bobs("delivered_seq = 9");
            case READ_ABOVE_DELIVERED -> bobs("delivered_seq = 1");
            case ARCHIVED_ABOVE_LAST -> bobs("archived_seq = 9");
            case UNREAD_ABOVE_LAST -> bobs("marked_unread_seq = 8");
            case LOST_PLACE -> "DELETE FROM member WHERE conversation = 1 AND user = 2";
            case TOO_LOW_IN_LIST -> bobs("listed_at = listed_at - 3600000");
            case TOO_HIGH_IN_LIST -> bobs("listed_at = listed_at + 3600000");
            case WRONG_SENDER_COUNT -> update("sender_seq = 5", 3);
            case SWAPPED_PEOPLE -> "UPDATE conversation SET low = 2, high = 1 WHERE key = 1";
            case STRANGER_WROTE -> update("sender = 3, sender_seq = 1", 3);
            case STRANGER_REACTED -> "UPDATE reaction SET user = 3";
            case STRANGER_IS_MEMBER ->
                "INSERT INTO member (conversation, user, created_at, listed_at, touched_at)"
                        + " VALUES (1, 3, 1, 1, 1)";
            case LOST_USER -> "DELETE FROM users WHERE key = 3";
            case KEPT_TEXT -> update("text = 'two'", 2);
            case KEPT_REACTION -> "INSERT INTO reaction VALUES (1, 2, 1, 'x', 5)";
            case LOST_TEXT -> update("text = NULL", 3);
            case WRONG_REPLY -> update("reply_to = 7", 3);
            case TOO_MANY_REACTIONS ->
                "INSERT INTO reaction VALUES (1, 3, 2, 'a', 6), (1, 3, 2, 'b', 6),"
                        + " (1, 3, 2, 'c', 6), (1, 3, 2, 'd', 6), (1, 3, 2, 'e', 6), (1, 3, 2, 'f', 6)";
        };
    }

    private static String update(String assignment, long seq) {
        return "UPDATE message SET " + assignment + " WHERE conversation = 1 AND seq = " + seq;
    }

    private static String bobs(String assignment) {
        return "UPDATE member SET " + assignment + " WHERE conversation = 1 AND user = 2";
    }

    private List<Breach> searched(String damage) {
        Damages.plant(sqlite.folder(), damage);
        List<Breach> found = new ArrayList<>();
        audit().search(found::add);
        return found;
    }

    @Test
    void findsMessagesOfNoConversation() {
        assertThat(searched("UPDATE message SET conversation = 99 WHERE conversation = 2"))
                .containsExactly(new Breach("conversation 99", Kind.ORPHAN, 1));
    }

    @Test
    void findsMembersOfNoConversation() {
        assertThat(searched("UPDATE member SET conversation = 99 WHERE conversation = 2"))
                .containsExactly(new Breach("conversation 99", Kind.ORPHAN, 0));
    }

    @Test
    void findsReactionsOnNoMessage() {
        assertThat(searched("UPDATE reaction SET seq = 12"))
                .containsExactly(new Breach(ANNA_WITH_BOB.value(), Kind.ORPHAN, 12));
        assertThat(searched("UPDATE reaction SET conversation = 99"))
                .containsExactly(new Breach("conversation 99", Kind.ORPHAN, 12));
    }

    @Test
    void findsAConversationThatNobodyHas() {
        assertThat(searched("DELETE FROM member WHERE conversation = 3")).isEmpty();

        List<Breach> found = new ArrayList<>();
        AuditRepository audit = audit();
        audit.forEach((conversation, messages) -> Audit.check(audit, conversation, messages, found::add));
        assertThat(found).extracting(Breach::kind).containsExactly(Kind.ORPHAN);
    }
}
