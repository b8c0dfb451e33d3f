package io.chatty.adapter.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one store, locked against other processes until it is closed. Where the file system knows permissions,
 * only the owner may read its files, from the moment they exist, and enter the folder if it was made here; SQLite gives
 * its side files ({@code -wal}, {@code -shm}) the permissions of the database.
 */
final class DataFolder implements AutoCloseable {

    static final String DATABASE = "chatty.db";

    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FILE = PosixFilePermissions.fromString("rw-------");

    /** What an empty database needs, its journal included, and some sign-ins. */
    private static final long ROOM_TO_BEGIN_BYTES = 1_024 * 1_024;

    /**
     * What this process has open. A lock is held by the process, and on POSIX systems closing any channel of the file gives
     * it up: a second one must not even be opened.
     */
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path database;
    private final FileChannel lock;

    private DataFolder(Path folder, Path database, FileChannel lock) {
        this.folder = folder;
        this.database = database;
        this.lock = lock;
    }

    /**
     * Makes what is missing and takes the lock.
     *
     * @throws DataInUseException if another process, or this one, has the folder open
     * @throws DataFolderException if it cannot be made or written
     */
    static DataFolder open(Path folder) {
        if (!OPEN_HERE.add(folder)) {
            throw new DataInUseException(folder);
        }
        boolean open = false;
        try {
            Files.createDirectories(folder, ownerOnly(folder, OWNER_ONLY_FOLDER));
            FileChannel lock = lock(folder, makeFile(folder.resolve("chatty.lock")));
            DataFolder locked = new DataFolder(folder, makeFile(folder.resolve(DATABASE)), lock);
            open = true;
            return locked;
        } catch (IOException e) {
            throw new DataFolderException(
                    "The data folder " + folder
                            + " cannot be made or written; set CHATTY_DATA to a folder that this user may write.",
                    e);
        } finally {
            if (!open) {
                OPEN_HERE.remove(folder);
            }
        }
    }

    /**
     * Refuses to begin anew where there was data.
     *
     * @throws DataFolderException if the database is empty, and a store was open here before or its journal still is
     */
    void refuseLostData() {
        try {
            if (Files.size(database) == 0 && (remembersData() || hasJournal())) {
                throw isEmpty();
            }
        } catch (IOException e) {
            throw new DataFolderException("The data folder " + folder + " cannot be read.", e);
        }
    }

    /** Whether a store was open here before, so that its absence is a loss. */
    boolean remembersData() throws IOException {
        return lock.size() > 0;
    }

    /** The refusal to begin anew. */
    DataFolderException isEmpty() {
        return new DataFolderException(
                "The database " + database + " is empty although it held data; restore it from a copy, or move"
                        + " the files of the folder away to begin anew.",
                null);
    }

    /** Whether there is a journal of a process that did not end in peace. */
    boolean hasJournal() throws IOException {
        Path journal = folder.resolve(DATABASE + "-wal");
        return Files.exists(journal) && Files.size(journal) > 0;
    }

    /** Notes that the folder holds data by now: an empty database is a loss then, and no beginning. */
    void remember(String epoch) {
        try {
            lock.truncate(0);
            lock.write(ByteBuffer.wrap(epoch.getBytes(StandardCharsets.US_ASCII)), 0);
            lock.force(true);
        } catch (IOException e) {
            throw new DataFolderException("The data folder " + folder + " cannot be written.", e);
        }
    }

    Path path() {
        return folder;
    }

    Path database() {
        return database;
    }

    /** The refusal to start on a disk that has no room. */
    DataFolderException isFull(@Nullable Throwable cause) {
        return new DataFolderException(
                "The disk of the data folder " + folder
                        + " is full; make room on it, or set CHATTY_DATA to another folder.",
                cause);
    }

    /** Whether a new database would find no room. */
    boolean hasNoRoomToBegin() throws IOException {
        return Files.size(database) == 0 && Files.getFileStore(folder).getUsableSpace() < ROOM_TO_BEGIN_BYTES;
    }

    /** Gives the lock up. The lock file stays: to delete it would race with the next process. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new DataFolderException("The data folder " + folder + " could not be unlocked.", e);
        } finally {
            OPEN_HERE.remove(folder);
        }
    }

    private static FileChannel lock(Path folder, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new DataInUseException(folder);
        }
        return channel;
    }

    /** Makes a file if it is missing, and lets nobody but its owner read it. */
    static Path makeFile(Path file) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file, ownerOnly(file, OWNER_ONLY_FILE));
        }
        if (knowsPermissions(file)) {
            Files.setPosixFilePermissions(file, OWNER_ONLY_FILE);
        }
        return file;
    }

    private static FileAttribute<?>[] ownerOnly(Path path, Set<PosixFilePermission> permissions) {
        return knowsPermissions(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean knowsPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
