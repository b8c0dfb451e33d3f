package io.chatty.adapter.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.chatty.domain.StoreIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * One open store: its folder, its writer and its readers. Closing it finishes what was accepted, writes what was gathered
 * and leaves one file behind.
 */
public final class SqliteStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteStore.class);

    private static final int BUSY_MILLIS = 3_000;
    private static final int WRITER_CACHE_KIB = 32_768;
    private static final int READER_CACHE_KIB = 4_096;
    private static final int JOURNAL_LIMIT_BYTES = 64 * 1_024 * 1_024;

    /**
     * Pages of journal after which it is merged into the file. Pages that are written again and again, as those at the ends
     * of lively conversations, are merged once; with SQLite's default of 1,000 pages a fifth fewer messages are stored in a second.
     */
    private static final int MERGE_PAGES = 8_000;

    private static final long FLUSH_SECONDS = 1;

    private final DataFolder folder;
    private final StoreIdentity identity;
    private final DataSource source;
    private final WriteConnection connection;
    private final SqliteWriter writer;
    private final SqliteReader reader;
    private final List<WriteBehind<?, ?>> gatherers = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService flusher = Executors.newSingleThreadScheduledExecutor(SqliteStore::daemon);
    private final ScheduledFuture<?> flushing;

    private SqliteStore(
            DataFolder folder,
            DataSource source,
            StoreIdentity identity,
            WriteConnection connection,
            SqliteReader reader) {
        this.folder = folder;
        this.source = source;
        this.identity = identity;
        this.connection = connection;
        this.writer = new SqliteWriter(connection, new Outage(folder.database(), System::nanoTime));
        this.reader = reader;
        this.flushing = flusher.scheduleWithFixedDelay(this::flush, FLUSH_SECONDS, FLUSH_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Opens the store of a folder, made if it is missing.
     *
     * @throws DataInUseException if another process has it open
     * @throws DataFolderException if the folder cannot be used, a newer Chatty wrote what is in it, or its data is damaged
     */
    public static SqliteStore open(Path path) {
        DataFolder folder = DataFolder.open(path);
        try {
            folder.refuseLostData();
            if (folder.hasNoRoomToBegin()) {
                throw folder.isFull(null);
            }
            DataSource source = dataSource(folder.database(), WRITER_CACHE_KIB);
            if (folder.remembersData() && Schema.isAbsent(source)) {
                // All was in a journal that is gone.
                throw folder.isEmpty();
            }
            StoreIdentity identity = Schema.migrate(source, path);
            folder.remember(identity.epoch());
            WriteConnection connection = new WriteConnection(source.getConnection());
            return new SqliteStore(folder, source, identity, connection, new SqliteReader(readers(folder.database())));
        } catch (SQLException | IOException | RuntimeException e) {
            folder.close();
            throw refusal(folder, e);
        }
    }

    private static DataFolderException refusal(DataFolder folder, Exception failure) {
        if (failure instanceof DataFolderException refusal) {
            return refusal;
        }
        if (SqliteFailures.isOfAFullDisk(failure)) {
            return folder.isFull(failure);
        }
        return new DataFolderException(
                "The database " + folder.database()
                        + " cannot be opened; restore it from a copy, or set CHATTY_DATA to another folder.",
                failure);
    }

    /** What the store calls itself when a program tells where its data is. */
    public String name() {
        return "SQLite";
    }

    public Path dataFolder() {
        return folder.path();
    }

    public StoreIdentity identity() {
        return identity;
    }

    void renewEpoch() {
        Schema.renewEpoch(source);
    }

    public SqliteWriter writer() {
        return writer;
    }

    public SqliteReader reader() {
        return reader;
    }

    /** A place to gather values that are written once a second and when the store is closed. */
    public <K, V> WriteBehind<K, V> writeBehind(WriteBehind.ValueWriter<K, V> valueWriter) {
        WriteBehind<K, V> gatherer = new WriteBehind<>(writer, valueWriter);
        gatherers.add(gatherer);
        return gatherer;
    }

    @Override
    public void close() {
        flushing.cancel(false);
        flusher.shutdown();
        flush();
        writer.close();
        reader.close();
        try {
            connection.query("PRAGMA wal_checkpoint(TRUNCATE)", (row, number) -> row.getInt(1));
            connection.close();
        } catch (SQLException e) {
            LOG.warn("The journal of {} is merged at the next start.", folder.database(), e);
        }
        folder.close();
    }

    private synchronized void flush() {
        for (WriteBehind<?, ?> gatherer : gatherers) {
            try {
                gatherer.flush();
            } catch (RuntimeException e) {
                // Whatever it is, the next second is another chance.
                LOG.warn(
                        "Marks and times of presence are kept, for now they cannot be written: {}",
                        String.valueOf(e.getCause() == null ? e : e.getCause()));
            }
        }
    }

    private static HikariDataSource readers(Path database) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("sqlite-readers");
        config.setDataSource(dataSource(database, READER_CACHE_KIB));
        config.setConnectionInitSql("PRAGMA query_only = ON");
        config.setMaximumPoolSize(Math.max(4, 2 * Runtime.getRuntime().availableProcessors()));
        config.setMinimumIdle(1);
        config.setConnectionTimeout(BUSY_MILLIS);
        return new HikariDataSource(config);
    }

    /**
     * Connections as all of the store has them. Full synchronisation makes a committed transaction survive a loss of power;
     * secure deletion overwrites what is deleted. The file is not mapped into memory: there an I/O error ends the process.
     */
    static SQLiteDataSource dataSource(Path database, int cacheKib) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-cacheKib);
        config.setJournalSizeLimit(JOURNAL_LIMIT_BYTES);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(MERGE_PAGES));
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        // Nobody asks for them, and the driver would ask SQLite with a statement of its own after each insert.
        config.setGetGeneratedKeys(false);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + database);
        return source;
    }

    /** Connections that leave the file and its journal as they are, whoever else has them open. */
    static SQLiteDataSource readOnly(Path database, int cacheKib) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-cacheKib);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + database);
        return source;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sqlite-flusher");
        thread.setDaemon(true);
        return thread;
    }
}
