package io.chatty.adapter.sqlite;

import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSnapshotTest {

    private static final String DATABASE = "chatty.db";
    private static final String JOURNAL = "chatty.db-wal";

    @TempDir
    private Path temp;

    private static void send(OpenStore store, String text) {
        store.ports()
                .messages()
                .append(draft(ANNA, BOB, text))
                .toCompletableFuture()
                .join();
    }

    private static OpenStore withAMessage(Path folder) {
        OpenStore store = new OpenStore(folder);
        store.ports().users().add(ANNA);
        store.ports().users().add(BOB);
        send(store, "one");
        return store;
    }

    private static long messages(SqliteSnapshot snapshot) {
        return snapshot.read(client ->
                client.sql("SELECT count(*) FROM message").query(Long.class).single());
    }

    private void assertRefused(String sentence) {
        assertThatThrownBy(() -> SqliteSnapshot.open(temp))
                .isExactlyInstanceOf(DataFolderException.class)
                .hasMessage(sentence);
    }

    @Test
    void isOfOneInstantWhileAServerWrites() {
        try (OpenStore store = withAMessage(temp);
                SqliteSnapshot snapshot = SqliteSnapshot.open(temp)) {
            send(store, "two");

            assertThat(messages(snapshot)).isEqualTo(1);
            try (SqliteSnapshot later = SqliteSnapshot.open(temp)) {
                assertThat(messages(later)).isEqualTo(2);
            }
        }
    }

    @Test
    void leavesWhatAKilledServerLeftAsItIs() throws IOException {
        Path live = temp.resolve("live");
        Path killed = Files.createDirectory(temp.resolve("killed"));
        try (OpenStore store = withAMessage(live)) {
            for (String name : List.of(DATABASE, JOURNAL)) {
                Files.copy(live.resolve(name), killed.resolve(name));
            }
        }
        byte[] database = Files.readAllBytes(killed.resolve(DATABASE));
        byte[] journal = Files.readAllBytes(killed.resolve(JOURNAL));

        try (SqliteSnapshot snapshot = SqliteSnapshot.open(killed)) {
            assertThat(messages(snapshot)).isEqualTo(1);
        }

        assertThat(journal).isNotEmpty();
        assertThat(killed.resolve(DATABASE)).hasBinaryContent(database);
        assertThat(killed.resolve(JOURNAL)).hasBinaryContent(journal);
    }

    @Test
    void leavesAStoreThatNobodyHasOpenAsItIs() throws IOException {
        withAMessage(temp).close();
        byte[] database = Files.readAllBytes(temp.resolve(DATABASE));

        try (SqliteSnapshot snapshot = SqliteSnapshot.open(temp)) {
            assertThatThrownBy(() -> snapshot.read(
                            client -> client.sql("DELETE FROM message").update()))
                    .hasStackTraceContaining("readonly");
        }

        assertThat(temp.resolve(DATABASE)).hasBinaryContent(database);
        try (OpenStore store = new OpenStore(temp)) {
            send(store, "two");
        }
    }

    @Test
    void refusesAFolderWithoutADatabase() throws IOException {
        String sentence = "There is no database in " + temp + "; set CHATTY_DATA to the folder that holds it.";
        assertRefused(sentence);

        Files.createFile(temp.resolve(DATABASE));
        assertRefused(sentence);

        assertThat(temp.resolve(DATABASE)).isEmptyFile();
        assertThat(temp).isDirectoryNotContaining("glob:**lock");
    }

    @Test
    void refusesASchemaOfAnOlderVersionAndLeavesIt() throws IOException {
        Flyway.configure()
                .dataSource(SqliteStore.dataSource(temp.resolve(DATABASE), 1_024))
                .locations("classpath:io/chatty/adapter/sqlite/schema")
                .target("1")
                .load()
                .migrate();
        byte[] database = Files.readAllBytes(temp.resolve(DATABASE));

        assertRefused("The data in " + temp
                + " was written by an older Chatty, or by none; start this version once, which brings it up to date.");

        assertThat(temp.resolve(DATABASE)).hasBinaryContent(database);
    }

    @Test
    void refusesASchemaOfANewerVersion() {
        new OpenStore(temp).close();
        Damages.plant(temp, """
                INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,
                    checksum, installed_by, execution_time, success)
                VALUES (99, '99', 'future', 'SQL', 'V99__future.sql', 1, '', 0, 1)
                """);

        assertRefused("The data in " + temp
                + " was written by a newer Chatty; start that version, or set CHATTY_DATA to another folder.");
    }

    @Test
    void refusesWhatIsDamaged() throws IOException {
        withAMessage(temp).close();
        Path database = temp.resolve(DATABASE);
        byte[] whole = Files.readAllBytes(database);
        byte[] torn = whole.clone();
        Arrays.fill(torn, whole.length / 2, whole.length / 2 + 8_192, (byte) 7);
        for (byte[] damaged : List.of(
                Arrays.copyOf(whole, whole.length / 2),
                Arrays.copyOf(whole, 1_000),
                "no database at all".getBytes(StandardCharsets.UTF_8),
                torn)) {
            Files.write(database, damaged);

            assertThatThrownBy(() -> SqliteSnapshot.open(temp))
                    .isExactlyInstanceOf(DataFolderException.class)
                    .hasMessageStartingWith("The database " + database + " is damaged (")
                    .hasMessageEndingWith("); restore it from a copy.");
            assertThat(database).hasBinaryContent(damaged);
        }
    }
}
