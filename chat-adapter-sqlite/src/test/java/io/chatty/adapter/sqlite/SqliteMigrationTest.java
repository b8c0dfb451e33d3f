package io.chatty.adapter.sqlite;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.conversation.Settings;
import io.chatty.domain.user.User;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteDataSource;

class SqliteMigrationTest {

    @TempDir
    Path folder;

    @Test
    void keepsWhatTheFirstVersionWrote() {
        writeByTheFirstVersion();

        try (OpenStore store = new OpenStore(folder)) {
            ConversationEntry entry =
                    store.ports().conversations().find(ANNA_WITH_BOB, BOB.id()).orElseThrow();

            assertThat(entry.head()).isEqualTo(new Head(2, 2));
            assertThat(entry.lastMessage())
                    .isNotNull()
                    .extracting("text", "senderId")
                    .containsExactly(new MessageText("two"), ANNA.id());
            assertThat(entry.settings()).isEqualTo(Settings.NONE);
            assertThat(entry.ownMarks()).isEqualTo(new Marks(1, nowPlus(1), 1, nowPlus(1)));
            assertThat(entry.unreadCount()).isEqualTo(1);
            assertThat(store.ports().probes().save(new ClientMessageId("mark")).toCompletableFuture())
                    .succeedsWithin(Duration.ofSeconds(10));
        }
    }

    private void writeByTheFirstVersion() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("chatty.db"));
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:io/chatty/adapter/sqlite/schema")
                .target("1")
                .load()
                .migrate();
        JdbcClient client = JdbcClient.create(source);
        List.of(ANNA, BOB).forEach(user -> write(client, user));
        writeTheirConversation(client, NOW.toEpochMilli());
    }

    private static void write(JdbcClient client, User user) {
        client.sql("""
                        INSERT INTO users (id, email, email_folded, name, name_folded, password_hash,
                            read_receipts, presence, discoverable, created_at)
                        VALUES (?, ?, ?, ?, ?, 'hash', 1, 1, 1, ?)
                        """)
                .params(
                        user.id().value(),
                        user.email().value(),
                        user.email().folded(),
                        user.name().value(),
                        user.name().value(),
                        NOW.toEpochMilli())
                .update();
    }

    private static void writeTheirConversation(JdbcClient client, long now) {
        client.sql("INSERT INTO conversation (id, low, high) VALUES (?, 1, 2)")
                .param(ANNA_WITH_BOB.value())
                .update();
        client.sql("INSERT INTO member (conversation, user, created_at, listed_at, touched_at) VALUES (1, 1, ?, ?, ?)")
                .params(now, now, now)
                .update();
        client.sql("""
                        INSERT INTO member (conversation, user, created_at, listed_at, touched_at,
                            read_seq, read_at, delivered_seq, delivered_at, archived, settings_version)
                        VALUES (1, 2, ?1, ?1, ?1, 1, ?1 + 1000, 1, ?1 + 1000, 0, 0)
                        """).param(now).update();
        client.sql("""
                        INSERT INTO message (conversation, seq, rev, sender, sender_seq, client_id, text, sent_at)
                        VALUES (1, 1, 1, 1, 1, 'm-1', 'one', ?1), (1, 2, 2, 1, 2, 'm-2', 'two', ?1)
                        """).param(now).update();
    }
}
