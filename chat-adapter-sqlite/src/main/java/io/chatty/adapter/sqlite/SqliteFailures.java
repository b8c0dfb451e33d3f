package io.chatty.adapter.sqlite;

import static io.chatty.domain.ErrorCode.TEMPORARILY_UNAVAILABLE;

import io.chatty.domain.ChatException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** Tells the faults of a statement, which are ours, from those of the file and its disk, which pass. */
final class SqliteFailures {

    private SqliteFailures() {}

    /** Whether the statement is at fault: it would fail again, and nothing but itself was undone by SQLite. */
    static boolean isOfTheStatement(SQLException failure) {
        return switch (SQLiteErrorCode.getErrorCode(failure.getErrorCode())) {
            case SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_MISUSE, SQLITE_RANGE, SQLITE_TOOBIG -> true;
            default -> false;
        };
    }

    /** Whether the disk has no room. */
    static boolean isOfAFullDisk(Throwable failure) {
        SQLException cause = sqlCause(failure);
        return cause != null && SQLiteErrorCode.getErrorCode(cause.getErrorCode()) == SQLiteErrorCode.SQLITE_FULL;
    }

    /** What leaves the adapter instead: {@code TEMPORARILY_UNAVAILABLE}, or the report of a defect. */
    static RuntimeException translate(Throwable failure) {
        SQLException cause = sqlCause(failure);
        if (cause != null) {
            return isOfTheStatement(cause)
                    ? new IllegalStateException("defective statement", failure)
                    : new ChatException(TEMPORARILY_UNAVAILABLE, failure);
        }
        return new IllegalStateException(failure);
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
