package io.chatty.adapter.sqlite.conversation;

import io.chatty.adapter.sqlite.WriteConnection;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Settings;
import io.chatty.domain.conversation.SettingsChange;
import io.chatty.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The writer's side of {@code changeSettings}. */
@Component
final class SettingsChanger {

    private static final String SELECT_MEMBER = "SELECT " + SettingsRow.COLUMNS + """
            , own.conversation, own.user, own.read_seq,
                (SELECT max(seq) FROM message WHERE conversation = own.conversation) AS last_seq
            FROM conversation c CROSS JOIN users u
            CROSS JOIN member own ON own.conversation = c.key AND own.user = u.key
            WHERE c.id = ? AND u.id = ?
            """;

    private static final String UPDATE_SETTINGS = """
            UPDATE member SET muted = ?, pinned = ?, archived_seq = ?, marked_unread_seq = ?, settings_version = ?
            WHERE conversation = ? AND user = ?
            """;

    private static final String COUNT = """
            UPDATE member SET settings_version = settings_version + 1, touched_at = ?
            WHERE conversation = (SELECT key FROM conversation WHERE id = ?)
                AND user = (SELECT key FROM users WHERE id = ?)
            """;

    private final GatheredMarks gathered;
    private final Touches touches;

    SettingsChanger(GatheredMarks gathered, Touches touches) {
        this.gathered = gathered;
        this.touches = touches;
    }

    /** Changes the settings of a person, if that changes anything; runs on the writer's thread. */
    boolean change(WriteConnection connection, ConversationId id, UserId user, SettingsChange change, Instant now)
            throws SQLException {
        long gatheredReadSeq = gathered.of(id, user).readSeq();
        Optional<Member> found = connection.find(SELECT_MEMBER, SettingsChanger::member, id.value(), user.value());
        if (found.isEmpty()) {
            return false;
        }
        Member member = found.get();
        long readSeq = Math.max(member.readSeq(), gatheredReadSeq);
        Settings after = member.settings().change(change, member.lastSeq(), readSeq);
        if (after.equals(member.settings())) {
            return false;
        }
        connection.update(
                UPDATE_SETTINGS,
                after.muted() ? 1 : 0,
                after.pinned() ? 1 : 0,
                after.archivedAt(),
                after.markedUnreadAt(),
                after.version(),
                member.conversation(),
                member.user());
        touches.one(connection, member.conversation(), member.user(), now);
        return true;
    }

    /** Counts a change of something else that is a person's own; runs on the writer's thread. */
    boolean count(WriteConnection connection, ConversationId id, UserId user, Instant now) throws SQLException {
        return connection.update(COUNT, touches.stamp(now), id.value(), user.value()) == 1;
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                row.getLong("conversation"),
                row.getLong("user"),
                row.getLong("read_seq"),
                row.getLong("last_seq"),
                SettingsRow.settings(row));
    }

    private record Member(long conversation, long user, long readSeq, long lastSeq, Settings settings) {}
}
