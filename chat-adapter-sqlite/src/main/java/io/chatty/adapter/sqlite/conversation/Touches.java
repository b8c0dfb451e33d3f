package io.chatty.adapter.sqlite.conversation;

import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.adapter.sqlite.WriteConnection;
import io.chatty.domain.user.UserId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Notes when something happened in a conversation, so that whoever asks what happened since finds it. These times never go
 * back, whatever the clock does: what happens under a clock that was set back gets the latest time that was ever written.
 * Belongs to the writer's thread.
 */
@Component
final class Touches {

    /** The time of a message moves its conversation in the lists, where it is found as long as it lags no more than this. */
    private static final Duration MOST_LAG = Duration.ofSeconds(30);

    private static final String SELECT_LATEST = "SELECT max(max(listed_at), max(touched_at)) FROM member";

    private static final String TOUCH_BOTH = "UPDATE member SET touched_at = ? WHERE conversation = ?";

    private static final String TOUCH_ONE = "UPDATE member SET touched_at = ? WHERE conversation = ? AND user = ?";

    private static final String TOUCH_PEER = """
            UPDATE member SET touched_at = ?
            WHERE conversation = ? AND user <> (SELECT key FROM users WHERE id = ?)
            """;

    /** Whoever has a row has opened the conversation, or it has a message: it is shown to nobody by this. */
    private static final String OF_A_PERSON = """
             WHERE conversation IN (
                SELECT c.key FROM users u CROSS JOIN conversation c ON c.low = u.key WHERE u.id = ?1
                UNION ALL
                SELECT c.key FROM users u CROSS JOIN conversation c ON c.high = u.key WHERE u.id = ?1)
            """;

    private static final String EMPTY =
            " AND NOT EXISTS (SELECT 1 FROM message WHERE message.conversation = member.conversation)";

    private long latest;

    Touches(SqliteStore store) {
        this.latest = store.reader()
                .read(client -> client.sql(SELECT_LATEST)
                        .query((row, number) -> row.getLong(1))
                        .single());
    }

    /** The time to write for something that happens now. */
    long stamp(Instant now) {
        latest = Math.max(latest, now.toEpochMilli());
        return latest;
    }

    /** Something happened that shows to both people. */
    void both(WriteConnection connection, long conversation, Instant now) throws SQLException {
        connection.update(TOUCH_BOTH, stamp(now), conversation);
    }

    /** Something that a person did shows to the other one. */
    void peer(WriteConnection connection, long conversation, UserId person, Instant now) throws SQLException {
        connection.update(TOUCH_PEER, stamp(now), conversation, person.value());
    }

    /** Something happened that shows to one of them. */
    void one(WriteConnection connection, long conversation, long user, Instant now) throws SQLException {
        connection.update(TOUCH_ONE, stamp(now), conversation, user);
    }

    /** Something happened that shows in all conversations of a person and somebody else; tells to whom. */
    Set<UserId> all(WriteConnection connection, UserId person, Instant now) throws SQLException {
        return touch(connection, OF_A_PERSON, person, now);
    }

    /** Something happened that shows in those without a message; tells to whom. */
    Set<UserId> empty(WriteConnection connection, UserId person, Instant now) throws SQLException {
        return touch(connection, OF_A_PERSON + EMPTY, person, now);
    }

    private Set<UserId> touch(WriteConnection connection, String which, UserId person, Instant now)
            throws SQLException {
        return new HashSet<>(connection.query(
                "UPDATE member SET touched_at = ?2" + which
                        + " RETURNING (SELECT id FROM users WHERE key = member.user)",
                (row, number) -> new UserId(row.getString(1)),
                person.value(),
                stamp(now)));
    }

    /** A conversation has moved in the lists to the time of its last message. */
    void listed(WriteConnection connection, long conversation, Instant sentAt) throws SQLException {
        if (sentAt.plus(MOST_LAG).toEpochMilli() < stamp(sentAt)) {
            both(connection, conversation, sentAt);
        }
    }
}
