package io.chatty.adapter.sqlite;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.conversation.ConversationFixtures.textOf;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatty.domain.conversation.AppendOutcome;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.PeerSight;
import io.chatty.testkit.Store;
import io.chatty.testkit.auth.SessionFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {

    @TempDir
    Path temp;

    @Test
    void saysWhatItIsAndWhereItsDataIs() {
        try (OpenStore store = new OpenStore(temp.resolve("data"))) {
            assertThat(store.sqlite().name()).isEqualTo("SQLite");
            assertThat(store.sqlite().dataFolder()).isEqualTo(temp.resolve("data"));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void letsOnlyTheOwnerReadItsFiles() throws IOException {
        Path folder = temp.resolve("deep/data");
        try (OpenStore store = new OpenStore(folder)) {
            store.ports().users().add(ANNA);

            assertThat(permissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(permissions(temp.resolve("deep"))).isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(files(folder))
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly("chatty.db", "chatty.db-shm", "chatty.db-wal", "chatty.lock");
            for (Path file : files(folder)) {
                assertThat(permissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void takesRightsThatAFileShouldNotHave() throws IOException {
        new OpenStore(temp).close();
        Files.setPosixFilePermissions(temp.resolve("chatty.db"), PosixFilePermissions.fromString("rw-r--r--"));

        try (OpenStore store = new OpenStore(temp)) {
            store.ports().users().add(ANNA);

            assertThat(files(temp))
                    .hasSize(4)
                    .allSatisfy(file ->
                            assertThat(permissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void leavesOneFileAndTheLockBehind() throws IOException {
        new OpenStore(temp).close();

        assertThat(files(temp))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("chatty.db", "chatty.lock");
    }

    @Test
    void findsEverythingAgainWhenItIsOpenedAgain() {
        Store before;
        try (OpenStore store = new OpenStore(temp)) {
            before = fill(store.ports());
        }
        try (OpenStore store = new OpenStore(temp)) {
            assertHoldsAllOf(store.ports());
            assertThat(store.ports().identity().identity())
                    .isEqualTo(before.identity().identity());
            assertThat(store.ports()
                            .conversations()
                            .find(ANNA_WITH_BOB, BOB.id())
                            .orElseThrow()
                            .ownMarks()
                            .readSeq())
                    .isEqualTo(2);
            assertThat(store.ports().lastSeen().find(List.of(ANNA.id()))).containsEntry(ANNA.id(), nowPlus(5));
        }
    }

    @Test
    void holdsAllThatWasAcknowledgedWhenItsProcessIsKilled() throws IOException {
        Path copy = Files.createDirectory(temp.resolve("copy"));
        try (OpenStore store = new OpenStore(temp.resolve("live"))) {
            fill(store.ports());
            for (String name : List.of("chatty.db", "chatty.db-wal")) {
                Files.copy(temp.resolve("live").resolve(name), copy.resolve(name));
            }
        }
        try (OpenStore store = new OpenStore(copy)) {
            assertHoldsAllOf(store.ports());
            assertThat(append(store.ports(), "next")).isEqualTo(4);
        }
    }

    @Test
    void givesEveryStoreAnIdentityOfItsOwn() {
        try (OpenStore one = new OpenStore(temp.resolve("one"));
                OpenStore other = new OpenStore(temp.resolve("other"))) {
            assertThat(one.sqlite().identity().epoch())
                    .isNotEqualTo(other.sqlite().identity().epoch());
            assertThat(one.sqlite().identity().cursorKey())
                    .isNotEqualTo(other.sqlite().identity().cursorKey());
        }
    }

    @Test
    void refusesDataThatIsOpenInThisProcessAndInAnother() throws Exception {
        try (OpenStore store = new OpenStore(temp)) {
            assertThatThrownBy(() -> SqliteStore.open(temp))
                    .isInstanceOf(DataInUseException.class)
                    .hasMessage("The data folder " + temp
                            + " is in use by another Chatty; stop that one, or set CHATTY_DATA to another folder.");
            assertThat(openInAnotherProcess()).isEqualTo(OpenInAnotherProcess.IN_USE);

            assertThat(store.ports().users().add(ANNA)).isTrue();
        }
        assertThat(openInAnotherProcess()).isEqualTo(OpenInAnotherProcess.OPENED);
    }

    @Test
    void refusesAFolderThatCannotBeMade() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));

        assertThatThrownBy(() -> SqliteStore.open(file.resolve("data")))
                .isExactlyInstanceOf(DataFolderException.class)
                .hasMessageStartingWith("The data folder " + file.resolve("data") + " cannot be made or written;");
    }

    @Test
    void refusesAFileThatIsNoDatabaseAndLeavesItAlone() throws IOException {
        Files.writeString(temp.resolve("chatty.db"), "precious notes".repeat(100));

        assertThatThrownBy(() -> SqliteStore.open(temp))
                .isExactlyInstanceOf(DataFolderException.class)
                .hasMessageStartingWith("The database " + temp.resolve("chatty.db") + " cannot be opened;");
        assertThat(temp.resolve("chatty.db")).hasContent("precious notes".repeat(100));
    }

    @Test
    void refusesAFileThatWasCutShortAndLeavesItAlone() throws IOException {
        try (OpenStore store = new OpenStore(temp)) {
            fill(store.ports());
        }
        Path database = temp.resolve("chatty.db");
        byte[] whole = Files.readAllBytes(database);
        for (int length : List.of(100_000, 4_096, 10, whole.length - 1)) {
            byte[] rest = Arrays.copyOf(whole, length);
            Files.write(database, rest);

            assertThatThrownBy(() -> SqliteStore.open(temp))
                    .isExactlyInstanceOf(DataFolderException.class)
                    .hasMessage("The database " + database
                            + " cannot be opened; restore it from a copy, or set CHATTY_DATA to another folder.");

            assertThat(database).hasBinaryContent(rest);
        }
    }

    @Test
    void refusesDataOfANewerVersionAndLeavesItAlone() {
        try (OpenStore store = new OpenStore(temp)) {
            store.sqlite().writer().call(connection -> connection.update("""
                            INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,
                                checksum, installed_by, execution_time, success)
                            VALUES (99, '99', 'future', 'SQL', 'V99__future.sql', 1, '', 0, 1)
                            """));
        }

        assertThatThrownBy(() -> SqliteStore.open(temp))
                .isExactlyInstanceOf(DataFolderException.class)
                .hasMessageStartingWith("The data in " + temp + " was written by a newer Chatty;");
        // The lock was given up with the refusal.
        assertThatThrownBy(() -> SqliteStore.open(temp)).isExactlyInstanceOf(DataFolderException.class);
    }

    @Test
    void isCarefulWithWhatItWrites() {
        try (OpenStore store = new OpenStore(temp)) {
            assertThat(List.of("journal_mode", "synchronous", "foreign_keys", "secure_delete", "mmap_size"))
                    .extracting(pragma -> pragma(store, pragma))
                    .containsExactly("wal", "2", "1", "1", "0");
        }
    }

    @Test
    void letsReadersWriteNothing() {
        try (OpenStore store = new OpenStore(temp)) {
            assertThatThrownBy(() -> store.sqlite()
                            .reader()
                            .read(client -> client.sql("DELETE FROM users").update()))
                    .isInstanceOf(RuntimeException.class)
                    .hasStackTraceContaining("readonly");
        }
    }

    private int openInAnotherProcess() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String classPath = System.getProperty("java.class.path");
        String main = OpenInAnotherProcess.class.getName();
        return new ProcessBuilder(java.toString(), "-cp", classPath, main, temp.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static String pragma(OpenStore store, String name) {
        return store.sqlite()
                .writer()
                .call(connection -> connection.find("PRAGMA " + name, (row, number) -> row.getString(1)))
                .orElseThrow();
    }

    private static Store fill(Store store) {
        store.users().add(ANNA);
        store.users().add(BOB);
        store.sessions().add(SessionFixtures.session("phone", ANNA));
        append(store, "one");
        append(store, "two");
        append(store, "three");
        store.marks().advance(ANNA_WITH_BOB, BOB.id(), MarkReport.read(2), PeerSight.ALL, NOW);
        store.lastSeen().save(ANNA.id(), nowPlus(5));
        return store;
    }

    private static void assertHoldsAllOf(Store store) {
        assertThat(store.users().findById(ANNA.id())).contains(ANNA);
        assertThat(store.sessions()
                        .findByTokenHash(SessionFixtures.token("phone").hash()))
                .contains(SessionFixtures.session("phone", ANNA));
        assertThat(store.messages().head(ANNA_WITH_BOB).lastSeq()).isEqualTo(3);
        assertThat(textOf(store.messages().find(ANNA_WITH_BOB, 3).orElseThrow()))
                .isEqualTo("three");
    }

    private static long append(Store store, String text) {
        AppendOutcome outcome = store.messages()
                .append(draft(ANNA, BOB, text))
                .toCompletableFuture()
                .join();
        return ((AppendOutcome.Appended) outcome).message().seq();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Set<PosixFilePermission> permissions(Path path) throws IOException {
        return Files.getPosixFilePermissions(path);
    }
}
