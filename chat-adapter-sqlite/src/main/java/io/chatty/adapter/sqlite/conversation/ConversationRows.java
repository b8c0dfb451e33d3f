package io.chatty.adapter.sqlite.conversation;

import io.chatty.adapter.sqlite.WriteConnection;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.UserId;
import java.sql.SQLException;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Writes the rows by which a conversation exists. Belongs to the writer's thread. */
@Component
final class ConversationRows {

    private static final String INSERT_CONVERSATION = """
            INSERT INTO conversation (id, low, high)
            VALUES (?, (SELECT key FROM users WHERE id = ?), (SELECT key FROM users WHERE id = ?))
            ON CONFLICT (id) DO NOTHING
            """;

    private static final String INSERT_MEMBER = """
            INSERT INTO member (conversation, user, created_at, listed_at, touched_at)
            SELECT c.key, u.key, ?1, ?1, ?2 FROM conversation c, users u WHERE c.id = ?3 AND u.id = ?4
            ON CONFLICT (conversation, user) DO NOTHING
            """;

    private final Touches touches;

    ConversationRows(Touches touches) {
        this.touches = touches;
    }

    /** Makes the row of a pair, if it is missing. It exists for nobody by that. */
    void add(WriteConnection connection, ConversationId id, Participants participants) throws SQLException {
        connection.update(
                INSERT_CONVERSATION,
                id.value(),
                participants.low().value(),
                participants.high().value());
    }

    /** Makes a conversation exist for a person; returns false if it did. */
    boolean addMember(WriteConnection connection, ConversationId id, UserId user, Instant now) throws SQLException {
        return connection.update(INSERT_MEMBER, now.toEpochMilli(), touches.stamp(now), id.value(), user.value()) == 1;
    }
}
