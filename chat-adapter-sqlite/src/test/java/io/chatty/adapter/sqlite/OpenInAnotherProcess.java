package io.chatty.adapter.sqlite;

import java.nio.file.Path;

/** Opens the store of the folder it is given, and says by its exit code whether it could. */
final class OpenInAnotherProcess {

    static final int OPENED = 0;
    static final int IN_USE = 3;

    private OpenInAnotherProcess() {}

    public static void main(String... arguments) {
        try (SqliteStore store = SqliteStore.open(Path.of(arguments[0]))) {
            System.exit(OPENED);
        } catch (DataInUseException e) {
            System.exit(IN_USE);
        }
    }
}
