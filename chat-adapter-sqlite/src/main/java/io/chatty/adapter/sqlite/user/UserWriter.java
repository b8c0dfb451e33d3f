package io.chatty.adapter.sqlite.user;

import static io.chatty.adapter.sqlite.user.UserRow.flag;
import static io.chatty.adapter.sqlite.user.UserRow.word;

import io.chatty.adapter.sqlite.WriteConnection;
import io.chatty.domain.user.Admission;
import io.chatty.domain.user.NameKey;
import io.chatty.domain.user.PasswordHash;
import io.chatty.domain.user.ProfileChange;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Writes users, each with the tails of its name. Belongs to the writer's thread. */
final class UserWriter {

    private static final String INSERT_USER = """
            INSERT INTO users (id, email, email_folded, name, name_folded, password_hash, admission,
                read_receipts, presence, discoverable, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (email_folded) DO NOTHING
            """;

    private static final String INSERT_TAIL =
            "INSERT INTO name_tail (tail, user) SELECT ?, key FROM users WHERE id = ?";

    private static final String DELETE_TAILS =
            "DELETE FROM name_tail WHERE user = (SELECT key FROM users WHERE id = ?)";

    private static final String SELECT_USER =
            "SELECT " + UserRow.COLUMNS + " FROM users WHERE deleted_at IS NULL AND id = ?";

    private static final String UPDATE_PROFILE = """
            UPDATE users SET name = ?, name_folded = ?, read_receipts = ?, presence = ?, discoverable = ? WHERE id = ?
            """;

    private static final String REPLACE_PASSWORD = """
            UPDATE users SET password_hash = ?, admission = ?
            WHERE id = ? AND password_hash = ? AND admission = ? AND deleted_at IS NULL
            """;

    private static final String ADMIT = "UPDATE users SET admission = ? WHERE id = ? AND deleted_at IS NULL";

    /** What everybody starts with stands where the preferences were. */
    private static final String DELETE = """
            UPDATE users SET email = NULL, email_folded = NULL, name = NULL, name_folded = NULL, password_hash = NULL,
                admission = 'open', read_receipts = 1, presence = 1, discoverable = 1, deleted_at = ?
            WHERE id = ? AND deleted_at IS NULL
            """;

    private static final String FINISH_DELETION =
            "UPDATE users SET erased_at = deleted_at WHERE id = ? AND deleted_at IS NOT NULL";

    private UserWriter() {}

    static boolean insert(WriteConnection connection, User user) throws SQLException {
        int inserted = connection.update(
                INSERT_USER,
                user.id().value(),
                user.email().value(),
                user.email().folded(),
                user.name().value(),
                NameKey.of(user.name().value()).value(),
                user.passwordHash().value(),
                word(user.admission()),
                flag(user.preferences().readReceipts()),
                flag(user.preferences().presence()),
                flag(user.preferences().discoverable()),
                user.createdAt().toEpochMilli());
        if (inserted == 0) {
            return false;
        }
        insertTails(connection, user);
        return true;
    }

    private static void insertTails(WriteConnection connection, User user) throws SQLException {
        for (String tail : NameKey.of(user.name().value()).tails()) {
            connection.update(INSERT_TAIL, tail, user.id().value());
        }
    }

    static Optional<User> change(WriteConnection connection, UserId id, ProfileChange change) throws SQLException {
        Optional<User> before = connection.find(SELECT_USER, UserRow::user, id.value());
        if (before.isEmpty()) {
            return before;
        }
        User after = before.get().change(change);
        connection.update(
                UPDATE_PROFILE,
                after.name().value(),
                NameKey.of(after.name().value()).value(),
                flag(after.preferences().readReceipts()),
                flag(after.preferences().presence()),
                flag(after.preferences().discoverable()),
                id.value());
        if (!after.name().equals(before.get().name())) {
            connection.update(DELETE_TAILS, id.value());
            insertTails(connection, after);
        }
        return Optional.of(after);
    }

    static boolean replacePassword(WriteConnection connection, User expected, PasswordHash replacement, Admission then)
            throws SQLException {
        return connection.update(
                        REPLACE_PASSWORD,
                        replacement.value(),
                        word(then),
                        expected.id().value(),
                        expected.passwordHash().value(),
                        word(expected.admission()))
                == 1;
    }

    static boolean admit(WriteConnection connection, UserId id, Admission admission) throws SQLException {
        return connection.update(ADMIT, word(admission), id.value()) == 1;
    }

    static boolean delete(WriteConnection connection, UserId id, Instant now) throws SQLException {
        connection.update(DELETE_TAILS, id.value());
        return connection.update(DELETE, now.toEpochMilli(), id.value()) == 1;
    }

    static boolean finishDeletion(WriteConnection connection, UserId id) throws SQLException {
        return connection.update(FINISH_DELETION, id.value()) == 1;
    }
}
