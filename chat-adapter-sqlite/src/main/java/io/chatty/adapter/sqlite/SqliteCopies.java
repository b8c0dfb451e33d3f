package io.chatty.adapter.sqlite;

import io.chatty.domain.StoreIdentity;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteDataSource;

/**
 * Copies of a store in one file: made while it is in use, and put in the place of one that was lost. Either is done whole or
 * not at all, whenever the process ends.
 */
public final class SqliteCopies {

    private static final int CACHE_KIB = 8_192;

    private SqliteCopies() {}

    /**
     * Copies the store of a folder as it is at one instant. Who has it open goes on meanwhile. What was deleted is not in the
     * copy.
     *
     * @param copy a file that does not exist yet
     * @throws DataFolderException if there is no store, the file exists, or it cannot be written
     */
    public static void save(Path folder, Path copy) {
        Path database = folder.resolve(DataFolder.DATABASE);
        if (!hasBytes(database)) {
            throw new DataFolderException(
                    "There is no database in " + folder + "; set CHATTY_DATA to the folder that holds it.", null);
        }
        if (Files.exists(copy)) {
            throw new DataFolderException("The file " + copy + " exists already; name one that does not.", null);
        }
        Path unfinished = unfinished(copy);
        try {
            Files.deleteIfExists(unfinished);
            DataFolder.makeFile(unfinished);
            copy(database, unfinished);
            finish(unfinished, copy);
        } catch (IOException | SQLException e) {
            unfinished.toFile().delete();
            throw new DataFolderException(
                    "The copy " + copy + " cannot be written; make room, or name another file (" + e.getMessage()
                            + ").",
                    e);
        }
    }

    private static void copy(Path database, Path copy) throws SQLException {
        try (Connection connection = SqliteStore.dataSource(database, CACHE_KIB).getConnection();
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, copy.toString());
            vacuum.execute();
        }
    }

    /**
     * Puts a copy in the place of a store that was lost, as a store of a new epoch: clients forget what they saw of the lost
     * one after the copy was made.
     *
     * @param folder made if it is missing; without a database in it
     * @throws DataInUseException if a process has the folder open
     * @throws DataFolderException if the file is no whole copy, or the folder holds a database
     */
    public static void restore(Path copy, Path folder) {
        try (DataFolder data = DataFolder.open(folder)) {
            if (hasBytes(data.database()) || data.hasJournal()) {
                throw new DataFolderException(
                        "The folder " + folder
                                + " holds a database; move its files away before a copy takes their place.",
                        null);
            }
            Path unfinished = unfinished(data.database());
            Files.deleteIfExists(unfinished);
            DataFolder.makeFile(unfinished);
            Files.copy(copy, unfinished, StandardCopyOption.REPLACE_EXISTING);
            StoreIdentity identity = examine(unfinished, copy);
            finish(unfinished, data.database());
            data.remember(identity.epoch());
        } catch (IOException e) {
            throw new DataFolderException("The copy " + copy + " cannot be restored to " + folder + " (" + e + ").", e);
        }
    }

    /** Makes the copy a store of this version with a new epoch, in one file. */
    private static StoreIdentity examine(Path unfinished, Path copy) {
        try {
            SQLiteDataSource source = SqliteStore.dataSource(unfinished, CACHE_KIB);
            JdbcClient client = JdbcClient.create(source);
            if (!client.sql("PRAGMA integrity_check")
                    .query(String.class)
                    .single()
                    .equals("ok")) {
                throw notWhole(copy, null);
            }
            client.sql("SELECT epoch FROM store_identity").query(String.class).single();
            Schema.renewEpoch(source);
            StoreIdentity identity = Schema.migrate(source, copy);
            client.sql("PRAGMA wal_checkpoint(TRUNCATE)").query().singleRow();
            client.sql("PRAGMA journal_mode = DELETE").query().singleRow();
            return identity;
        } catch (DataFolderException refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            throw notWhole(copy, e);
        }
    }

    private static DataFolderException notWhole(Path copy, @Nullable Throwable cause) {
        return new DataFolderException("The file " + copy + " is no whole copy of a store; take another one.", cause);
    }

    private static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + ".unfinished");
    }

    /** Gives a file its name once all of it is on the disk. */
    private static void finish(Path unfinished, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean hasBytes(Path file) {
        return file.toFile().length() > 0;
    }
}
