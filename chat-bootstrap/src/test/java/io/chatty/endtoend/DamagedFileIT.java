package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.conformance.client.ChattyPerson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A data file that is cut short or is none is refused in a sentence, and stays as it is. */
@Tag("heavy")
@Execution(ExecutionMode.SAME_THREAD)
class DamagedFileIT {

    private static final int PAGE = 4_096;

    @TempDir
    private Path data;

    private Path database = Path.of("");
    private byte[] whole = {};

    @BeforeEach
    void talk() throws IOException {
        try (PackagedServer server = PackagedServer.start(data, PackagedServer.freePort())) {
            ChattyPerson alice = server.client().register("Alice");
            alice.send(alice.openConversationWith(server.client().register("Bob")), "Shall we ship at three?");
            server.stop();
        }
        database = data.resolve("chatty.db");
        whole = Files.readAllBytes(database);
    }

    private void assertRefused(byte[] damaged, String reason) throws IOException {
        Files.write(database, damaged);
        Map<String, String> store = PackagedServer.onSqlite(data);

        PackagedServer refused = PackagedServer.launch(store, PackagedServer.freePort());

        assertThat(refused.awaitExit()).isEqualTo(1);
        assertThat(refused.log()).singleElement().asString().contains("The database " + database + " " + reason);
        assertThat(database).hasBinaryContent(damaged);
        assertThat(PackagedServer.operate(store, "check").awaitExit()).isEqualTo(2);
        assertThat(database).hasBinaryContent(damaged);
    }

    @Test
    void isRefusedHoweverItIsDamaged() throws IOException {
        byte[] garbage = whole.clone();
        Arrays.fill(garbage, 0, 100, (byte) 'x');

        assertRefused(new byte[0], "is empty although it held data; restore it from a copy");
        for (byte[] damaged : List.of(
                Arrays.copyOf(whole, 50),
                Arrays.copyOf(whole, PAGE),
                Arrays.copyOf(whole, whole.length / 2 / PAGE * PAGE),
                Arrays.copyOf(whole, whole.length / 2 + 123),
                Arrays.copyOf(whole, whole.length - 1),
                garbage)) {
            assertRefused(damaged, "cannot be opened; restore it from a copy");
        }
        Files.write(database, whole);
        PackagedServer.start(data, PackagedServer.freePort()).close();
    }

    @Test
    void isOpenedWithoutAJournalWhereItWasClosedInPeace() throws IOException {
        assertThat(data.resolve("chatty.db-wal")).doesNotExist();

        PackagedServer.start(data, PackagedServer.freePort()).close();
    }
}
