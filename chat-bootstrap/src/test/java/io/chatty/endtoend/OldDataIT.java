package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.chatty.adapter.mongo.MongoServer;
import io.chatty.adapter.mongo.OldData;
import io.chatty.conformance.client.ChattyPerson;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the first version stored is there for its people in this one. */
@Tag("heavy")
@Execution(ExecutionMode.SAME_THREAD)
class OldDataIT {

    @TempDir
    private Path data;

    private static void assertPeopleGoOn(Map<String, String> store) {
        try (PackagedServer server = PackagedServer.start(store, PackagedServer.freePort())) {
            ChattyPerson anna = OldStores.anna(server.client());
            ChattyPerson bob = OldStores.bob(server.client());

            assertThat(anna.id()).isEqualTo("u_anna");
            assertThat(anna.conversations()).hasSize(2);
            assertThat(anna.history(OldStores.TALK)).hasSize(12);
            assertThat(anna.message(OldStores.TALK, 12).string("text")).isEqualTo("message 12");
            assertThat(anna.conversation(OldStores.TALK).object("me").number("readSeq"))
                    .isEqualTo(12);
            assertThat(bob.conversation(OldStores.TALK).number("unreadCount")).isEqualTo(1);
            assertThat(anna.send(OldStores.TALK, "the next one").number("seq")).isEqualTo(13);

            PackagedServer check = PackagedServer.check(store);
            assertThat(check.log().get(check.log().size() - 1))
                    .endsWith("3 conversations and 14 messages are checked, 0 promises are broken");
        }
    }

    private static void assertRefused(Map<String, String> store) {
        PackagedServer refused = PackagedServer.launch(store, PackagedServer.freePort());

        assertThat(refused.awaitExit()).isEqualTo(1);
        assertThat(refused.log())
                .singleElement()
                .asString()
                .contains(" was written by a newer Chatty; start that version");
    }

    @Test
    void isThereForItsPeopleInAFile() {
        OldStores.restore(data);

        assertPeopleGoOn(PackagedServer.onSqlite(data));
    }

    @ParameterizedTest
    @EnumSource
    void isThereForItsPeopleInADatabase(OldData old) {
        String uri = MongoServer.shared().freshDatabase();
        old.restore(uri);

        assertPeopleGoOn(PackagedServer.onMongo(uri));
    }

    @Test
    void isRefusedInAFileOfANewerVersion() {
        OldStores.restore(data);
        OldStores.execute(data, """
                INSERT INTO flyway_schema_history
                VALUES (99, '99', 'future', 'SQL', 'V99__future.sql', 1, '', '2030-01-01 00:00:00.000', 0, 1)
                """);

        assertRefused(PackagedServer.onSqlite(data));
    }

    @Test
    void isRefusedInADatabaseOfANewerVersion() {
        String uri = MongoServer.shared().freshDatabase();
        OldData.SCHEMA_1.restore(uri);
        try (MongoClient client = MongoClients.create(uri)) {
            client.getDatabase(URI.create(uri).getPath().substring(1))
                    .getCollection("store")
                    .updateOne(Filters.empty(), Updates.set("schema", 99));
        }

        assertRefused(PackagedServer.onMongo(uri));
    }
}
