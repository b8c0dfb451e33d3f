package io.chatty.adapter.sqlite.conversation;

import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.adapter.sqlite.WriteConnection;
import io.chatty.domain.user.UserId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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

    private static final String TOUCH_ALL = """
            UPDATE member SET touched_at = ?
            WHERE conversation IN (
                SELECT m.conversation FROM users u CROSS JOIN member m ON m.user = u.key
                WHERE u.id = ? AND EXISTS (SELECT 1 FROM message WHERE conversation = m.conversation))
            """;

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

    /** Something happened that shows to one of them. */
    void one(WriteConnection connection, long conversation, long user, Instant now) throws SQLException {
        connection.update(TOUCH_ONE, stamp(now), conversation, user);
    }

    /** Something happened that shows to a person and to all with a message in common. */
    int all(WriteConnection connection, UserId user, Instant now) throws SQLException {
        return connection.update(TOUCH_ALL, stamp(now), user.value());
    }

    /** A conversation has moved in the lists to the time of its last message. */
    void listed(WriteConnection connection, long conversation, Instant sentAt) throws SQLException {
        if (sentAt.plus(MOST_LAG).toEpochMilli() < stamp(sentAt)) {
            both(connection, conversation, sentAt);
        }
    }
}
