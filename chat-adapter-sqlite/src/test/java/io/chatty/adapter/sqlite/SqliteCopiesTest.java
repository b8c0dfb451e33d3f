package io.chatty.adapter.sqlite;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.SeqRange;
import io.chatty.testkit.Store;
import io.chatty.testkit.conversation.ConversationFixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SqliteCopiesTest {

    @TempDir
    private Path temp;

    private Path live = Path.of("");
    private Path copy = Path.of("");
    private Path other = Path.of("");

    @BeforeEach
    void nameFiles() {
        live = temp.resolve("live");
        copy = temp.resolve("copy.db");
        other = temp.resolve("other");
    }

    private static void register(Store store) {
        store.users().add(ANNA);
        store.users().add(BOB);
    }

    private static void send(Store store, String text) {
        store.messages().append(draft(ANNA, BOB, text)).toCompletableFuture().join();
    }

    private static List<String> texts(Store store) {
        return store.messages().read(ANNA_WITH_BOB, new SeqRange(1, 100_000)).stream()
                .map(ConversationFixtures::textOf)
                .toList();
    }

    @Test
    void restoreWhatWasSavedAsAStoreOfANewEpoch() {
        try (OpenStore store = new OpenStore(live)) {
            register(store.ports());
            send(store.ports(), "one");
            SqliteCopies.save(live, copy);
            send(store.ports(), "two");

            SqliteCopies.restore(copy, other);

            try (OpenStore restored = new OpenStore(other)) {
                assertThat(texts(restored.ports())).containsExactly("one");
                assertThat(restored.sqlite().identity().epoch())
                        .isNotEqualTo(store.sqlite().identity().epoch());
                assertThat(restored.sqlite().identity().cursorKey())
                        .isEqualTo(store.sqlite().identity().cursorKey());
            }
        }
    }

    @Test
    void areOfOneInstantWhileOthersWrite() {
        try (OpenStore store = new OpenStore(live)) {
            register(store.ports());
            send(store.ports(), "first");
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Long> sending = CompletableFuture.supplyAsync(() -> {
                long sent = 1;
                while (!enough.get()) {
                    send(store.ports(), "number " + sent++);
                }
                return sent;
            });

            SqliteCopies.save(live, copy);
            enough.set(true);
            long sent = sending.join();

            assertThat(store.ports().messages().head(ANNA_WITH_BOB).lastSeq()).isEqualTo(sent);
        }
        SqliteCopies.restore(copy, other);
        try (OpenStore restored = new OpenStore(other)) {
            Head head = restored.ports().messages().head(ANNA_WITH_BOB);
            assertThat(restored.ports().messages().read(ANNA_WITH_BOB, new SeqRange(1, 100_000)))
                    .extracting(Message::seq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, head.lastSeq()).boxed().toList());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void areReadByTheirOwnerOnly() throws IOException {
        new OpenStore(live).close();

        SqliteCopies.save(live, copy);
        SqliteCopies.restore(copy, other);

        for (Path file : List.of(copy, other.resolve("chatty.db"))) {
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void takeTheNameOfNoOtherFile() throws IOException {
        new OpenStore(live).close();
        Files.writeString(copy, "something dear");

        assertThatThrownBy(() -> SqliteCopies.save(live, copy))
                .isExactlyInstanceOf(DataFolderException.class)
                .hasMessageContaining("exists already");

        assertThat(copy).hasContent("something dear");
    }

    @Test
    void areNotMadeOfNothing() {
        assertThatThrownBy(() -> SqliteCopies.save(temp.resolve("nowhere"), copy))
                .isExactlyInstanceOf(DataFolderException.class)
                .hasMessageStartingWith("There is no database in ");
        assertThat(copy).doesNotExist();
    }

    @Test
    void leaveNothingBehindWhereTheyCannotBeWritten() {
        new OpenStore(live).close();

        assertThatThrownBy(() -> SqliteCopies.save(live, temp.resolve("missing/copy.db")))
                .isExactlyInstanceOf(DataFolderException.class)
                .hasMessageContaining("cannot be written");
        assertThat(temp.resolve("missing")).doesNotExist();
    }

    @Test
    void takeThePlaceOfNoOtherStore() {
        new OpenStore(live).close();
        SqliteCopies.save(live, copy);
        try (OpenStore store = new OpenStore(other)) {
            assertThatThrownBy(() -> SqliteCopies.restore(copy, other)).isExactlyInstanceOf(DataInUseException.class);
        }
        assertThatThrownBy(() -> SqliteCopies.restore(copy, other))
                .isExactlyInstanceOf(DataFolderException.class)
                .hasMessageContaining("holds a database");
    }

    @Test
    void areRefusedWhenTheyAreCutShortOrNone() throws IOException {
        try (OpenStore store = new OpenStore(live)) {
            register(store.ports());
        }
        SqliteCopies.save(live, copy);
        byte[] whole = Files.readAllBytes(copy);
        for (byte[] damaged : List.of(
                Arrays.copyOf(whole, whole.length / 2),
                "no database at all".getBytes(StandardCharsets.UTF_8),
                new byte[0])) {
            Files.write(copy, damaged);

            assertThatThrownBy(() -> SqliteCopies.restore(copy, other))
                    .isExactlyInstanceOf(DataFolderException.class)
                    .hasMessageEndingWith("is no whole copy of a store; take another one.");
        }
        Files.write(copy, whole);
        SqliteCopies.restore(copy, other);
        try (OpenStore restored = new OpenStore(other)) {
            assertThat(restored.ports().users().findById(ANNA.id())).isPresent();
        }
    }

    @Test
    void areWhatALostDatabaseIsRestoredFrom() throws IOException {
        try (OpenStore store = new OpenStore(live)) {
            register(store.ports());
        }
        SqliteCopies.save(live, copy);
        Files.write(live.resolve("chatty.db"), new byte[0]);

        assertThatThrownBy(() -> SqliteStore.open(live))
                .isExactlyInstanceOf(DataFolderException.class)
                .hasMessageContaining("is empty although it held data; restore it from a copy");

        SqliteCopies.restore(copy, live);
        try (OpenStore restored = new OpenStore(live)) {
            assertThat(restored.ports().users().findById(ANNA.id())).isPresent();
        }
    }
}
