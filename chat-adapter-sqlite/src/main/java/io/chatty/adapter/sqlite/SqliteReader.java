package io.chatty.adapter.sqlite;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads what is committed, on a pool of connections that cannot write. Thread-safe. Each statement sees one state of the
 * store.
 */
public final class SqliteReader implements AutoCloseable {

    private final HikariDataSource pool;
    private final JdbcClient client;

    SqliteReader(HikariDataSource pool) {
        this.pool = pool;
        this.client = JdbcClient.create(pool);
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
        pool.close();
    }
}
