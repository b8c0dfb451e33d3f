package io.chatty.adapter.sqlite.conversation;

import io.chatty.domain.conversation.Marks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads marks from rows. */
final class MarksRow {

    private MarksRow() {}

    /** @param prefix what the names of the columns start with */
    static Marks marks(ResultSet row, String prefix) throws SQLException {
        return new Marks(
                row.getLong(prefix + "read_seq"),
                time(row, prefix + "read_at"),
                row.getLong(prefix + "delivered_seq"),
                time(row, prefix + "delivered_at"));
    }

    static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
