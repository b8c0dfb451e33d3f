package io.chatty.adapter.sqlite;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_AND_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.deletion;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.conversation.ConversationFixtures.edit;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.testkit.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteErasureTest {

    /** Around a whole page, and beyond it. */
    private static final List<Integer> LENGTHS = List.of(0, 40, 900, 1_900, 3_900);

    @RegisterExtension
    final FreshStore sqlite = new FreshStore();

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void leavesNothingOfWhatWasEditedAwayOrDeleted() throws IOException {
        Store store = sqlite.ports();
        store.users().add(ANNA);
        store.users().add(BOB);
        List<String> gone = Stream.generate(this::word).limit(40).toList();
        for (int i = 0; i < gone.size(); i++) {
            append(gone.get(i) + ".".repeat(LENGTHS.get(i % LENGTHS.size())));
            append("stays " + i);
        }
        String kept = word();
        append(kept);

        for (int i = 0; i < gone.size(); i++) {
            long seq = 2L * i + 1;
            var change = i % 2 == 0
                    ? deletion(ANNA_AND_BOB, seq, ANNA)
                    : edit(ANNA_AND_BOB, seq, ANNA, "x".repeat(1 + LENGTHS.get(random.nextInt(LENGTHS.size()))));
            store.messages().change(change).toCompletableFuture().join();
            append("more " + ".".repeat(random.nextInt(2_000)));
        }
        sqlite.reopen();

        String bytes = bytes();
        assertThat(bytes).as("seed " + seed).contains(kept);
        assertThat(gone).as("seed " + seed).noneMatch(bytes::contains);
    }

    private void append(String text) {
        sqlite.ports()
                .messages()
                .append(draft(ANNA, BOB, text))
                .toCompletableFuture()
                .join();
    }

    /** 32 letters. */
    private String word() {
        return random.ints(32, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Every byte of every file of the store, as one character each. */
    private String bytes() throws IOException {
        StringBuilder bytes = new StringBuilder();
        try (Stream<Path> files = Files.list(sqlite.folder())) {
            for (Path file : files.toList()) {
                bytes.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return bytes.toString();
    }
}
