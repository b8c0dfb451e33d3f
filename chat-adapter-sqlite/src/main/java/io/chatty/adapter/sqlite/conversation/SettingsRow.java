package io.chatty.adapter.sqlite.conversation;

import io.chatty.domain.conversation.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads settings from rows. */
final class SettingsRow {

    /** Of the alias {@code own}, a row of {@code member}. */
    static final String COLUMNS =
            "own.muted, own.pinned, own.archived_seq, own.marked_unread_seq, own.settings_version";

    private SettingsRow() {}

    static Settings settings(ResultSet row) throws SQLException {
        return new Settings(
                row.getBoolean("muted"),
                row.getBoolean("pinned"),
                number(row, "archived_seq"),
                number(row, "marked_unread_seq"),
                row.getLong("settings_version"));
    }

    static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
