package io.chatty.adapter.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.sqlite.SQLiteDataSource;

/**
 * All of a store as it is at one instant, for reading only: the file and its journal stay as they are. A server may have the
 * store open and goes on; what it writes meanwhile makes the journal grow until the snapshot is closed. Not thread-safe.
 */
public final class SqliteSnapshot implements AutoCloseable {

    private static final int CACHE_KIB = 8_192;

    private final SingleConnectionDataSource source;
    private final JdbcClient client;

    private SqliteSnapshot(Connection connection) {
        this.source = new SingleConnectionDataSource(connection, true);
        this.client = JdbcClient.create(source);
    }

    /**
     * Opens the store of a folder, and reads all of it once to see that it can be read.
     *
     * @throws DataFolderException if there is none, it is damaged, or its schema is not that of this version
     */
    public static SqliteSnapshot open(Path folder) {
        Path database = folder.resolve(DataFolder.DATABASE);
        if (database.toFile().length() == 0) {
            throw new DataFolderException(
                    "There is no database in " + folder + "; set CHATTY_DATA to the folder that holds it.", null);
        }
        try {
            SQLiteDataSource source = SqliteStore.readOnly(database, CACHE_KIB);
            Schema.requireCurrent(source, folder);
            SqliteSnapshot snapshot = new SqliteSnapshot(begin(source));
            snapshot.examine(fault -> {
                snapshot.close();
                throw damaged(database, fault, null);
            });
            return snapshot;
        } catch (SQLException | RuntimeException e) {
            throw e instanceof DataFolderException refusal ? refusal : damaged(database, "it cannot be read", e);
        }
    }

    /** A connection in a transaction, whose first statement takes the snapshot. */
    private static Connection begin(SQLiteDataSource source) throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** Reads every page and compares every index with its table. */
    private void examine(Consumer<String> found) {
        String first =
                client.sql("PRAGMA integrity_check(1)").query(String.class).single();
        if (!first.equals("ok")) {
            found.accept(first.lines().findFirst().orElse(first));
        }
    }

    private static DataFolderException damaged(Path database, String fault, @Nullable Throwable cause) {
        return new DataFolderException(
                "The database " + database + " is damaged (" + fault + "); restore it from a copy.", cause);
    }

    /**
     * Runs queries.
     *
     * @throws io.chatty.domain.ChatException {@code TEMPORARILY_UNAVAILABLE} if the file cannot be read now
     */
    public <T> T read(Function<JdbcClient, T> queries) {
        try {
            return queries.apply(client);
        } catch (DataAccessException e) {
            throw SqliteFailures.translate(e);
        }
    }

    @Override
    public void close() {
        source.destroy();
    }
}
