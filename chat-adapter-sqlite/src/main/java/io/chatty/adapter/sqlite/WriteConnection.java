package io.chatty.adapter.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * The one connection that writes. It keeps every statement it ever prepared, so the texts given to it are constants.
 * Parameters are {@link String}, {@link Long}, {@link Integer}, byte arrays or null. Not thread-safe: it belongs to the
 * writer's thread.
 */
public final class WriteConnection {

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    WriteConnection(Connection connection) {
        this.connection = connection;
    }

    /** Runs a statement and tells how many rows it changed. */
    public int update(String sql, @Nullable Object... parameters) throws SQLException {
        try {
            return bind(sql, parameters).executeUpdate();
        } catch (SQLException e) {
            forget(sql, e);
            throw e;
        }
    }

    /** Reads what this transaction sees. */
    public <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... parameters) throws SQLException {
        try (ResultSet rows = bind(sql, parameters).executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(mapper.mapRow(rows, found.size()));
            }
            return found;
        } catch (SQLException e) {
            forget(sql, e);
            throw e;
        }
    }

    /** Reads the only row that this transaction sees, if there is one. */
    public <T> Optional<T> find(String sql, RowMapper<T> mapper, @Nullable Object... parameters) throws SQLException {
        return query(sql, mapper, parameters).stream().findFirst();
    }

    void close() throws SQLException {
        connection.close();
    }

    private PreparedStatement bind(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    /** The driver lets no statement run again that failed once. */
    private void forget(String sql, SQLException failure) {
        try (PreparedStatement failed = statements.remove(sql)) {
            // Closed by leaving.
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
