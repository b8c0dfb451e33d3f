package io.chatty.adapter.sqlite.user;

import io.chatty.domain.user.Account;
import io.chatty.domain.user.Admission;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.PasswordHash;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.Preferences;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;

/** Reads users from rows, and says how what is no text is written. */
final class UserRow {

    /** All of a user who is not deleted. */
    static final String COLUMNS =
            "id, email, name, password_hash, admission, read_receipts, presence, discoverable, created_at";

    private UserRow() {}

    static User user(ResultSet row, int number) throws SQLException {
        return new User(
                new UserId(row.getString("id")),
                new EmailAddress(row.getString("email")),
                new DisplayName(row.getString("name")),
                new PasswordHash(row.getString("password_hash")),
                preferences(row),
                Admission.valueOf(row.getString("admission").toUpperCase(Locale.ROOT)),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }

    static Person person(ResultSet row, int number) throws SQLException {
        String name = row.getString("name");
        return new Person(new UserId(row.getString("id")), name == null ? null : new DisplayName(name));
    }

    static Account account(ResultSet row, int number) throws SQLException {
        return new Account(person(row, number), preferences(row));
    }

    private static Preferences preferences(ResultSet row) throws SQLException {
        return new Preferences(
                row.getBoolean("read_receipts"), row.getBoolean("presence"), row.getBoolean("discoverable"));
    }

    static int flag(boolean set) {
        return set ? 1 : 0;
    }

    static String word(Admission admission) {
        return admission.name().toLowerCase(Locale.ROOT);
    }
}
