package io.chatty.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that cannot be used stops the start within seconds, with a sentence that says what to do. */
@Tag("heavy")
class StartCheckTest {

    private static final String SECRET = "opensesame";

    @BeforeEach
    void needsTheRealOne() {
        assumeTrue(Mongod.program().isPresent(), "there is no mongod");
    }

    @Test
    void refusesAnAddressWhereNobodyListens() {
        Mongod gone = Mongod.startAlone();
        gone.close();

        long start = System.nanoTime();
        assertThat(sentenceFor("mongodb://anna:" + SECRET + "@" + gone.address() + "/talk"))
                .isEqualTo(
                        "MongoDB at " + gone.address() + " does not answer (Connection refused); start it, or correct"
                                + " SPRING_MONGODB_URI (without it Chatty keeps everything in one SQLite file).");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void refusesANameThatNobodyKnows() {
        assertThat(sentenceFor("mongodb://nowhere.invalid/talk"))
                .startsWith("MongoDB at nowhere.invalid does not answer (unknown host); start it,");
    }

    @Test
    void refusesAServerAloneUnlessThatIsAllowed() {
        try (Mongod alone = Mongod.startAlone()) {
            String uri = "mongodb://" + alone.address() + "/talk";

            assertThat(sentenceFor(uri))
                    .startsWith("MongoDB at " + alone.address() + " is no replica set,")
                    .contains("--replSet", "rs.initiate()", "CHATTY_MONGO_ALLOWSTANDALONE=true");
            assertThat(sentenceFor(uri + "?replicaSet=rs0"))
                    .contains("does not answer, or belongs to another replica set;");
            try (MongoStore store = MongoStore.open(uri, true)) {
                assertThat(store.identity().epoch()).isNotEmpty();
            }
        }
    }

    @Test
    void refusesASetThatIsNotInitiatedOrHasAnotherName() {
        try (Mongod node = Mongod.startMember()) {
            String uri = "mongodb://" + node.address() + "/talk";
            assertThat(sentenceFor(uri)).endsWith("not initiated; run rs.initiate() there once.");

            Mongod.initiate(List.of(node));
            assertThat(sentenceFor(uri + "?replicaSet=other"))
                    .contains("does not answer, or belongs to another replica set;");
        }
    }

    @Test
    void refusesWhoMayNotWrite() throws IOException {
        try (Mongod locked = Mongod.startMember("--auth", "--keyFile", keyFile().toString())) {
            Mongod.initiate(List.of(locked));
            addUsers(locked);
            String host = locked.address() + "/talk?authSource=admin";

            assertThat(sentenceFor("mongodb://" + host)).contains("put user and password into SPRING_MONGODB_URI");
            assertThat(sentenceFor("mongodb://writer:wrong-" + SECRET + "@" + host))
                    .contains("refuses the user or the password");
            assertThat(sentenceFor("mongodb://reader:" + SECRET + "@" + host)).contains("role readWrite");
            try (MongoStore store = MongoStore.open("mongodb://writer:" + SECRET + "@" + host, false)) {
                assertThat(store.place()).isEqualTo("talk on " + locked.address());
            }
            // To look at a store nothing is written.
            try (MongoStore store = MongoStore.openToRead("mongodb://reader:" + SECRET + "@" + host, false)) {
                assertThat(store.identity().epoch()).isNotEmpty();
            }
        }
    }

    @Test
    void refusesASecondaryAndASetWithoutPrimary() {
        List<Mongod> nodes = List.of(Mongod.startMember(), Mongod.startMember());
        try {
            Mongod.initiate(nodes);
            Mongod first = nodes.get(0);
            Mongod second = nodes.get(1);
            try (MongoStore found = MongoStore.open("mongodb://" + second.address() + "/talk", false)) {
                assertThat(found.identity().epoch()).isNotEmpty();
            }

            assertThat(sentenceFor("mongodb://" + second.address() + "/talk?directConnection=true"))
                    .contains("is not the primary of its replica set");

            first.kill();
            assertThat(sentenceFor("mongodb://" + second.address() + "/talk"))
                    .contains("has no primary; start the other members");
        } finally {
            nodes.forEach(Mongod::close);
        }
    }

    /** Opens the store, which must fail; neither the sentence nor what lies below it shows the password. */
    private static String sentenceFor(String uri) {
        MongoStartException refusal = catchThrowableOfType(
                MongoStartException.class, () -> MongoStore.open(uri, false).close());
        assertThat(refusal).as(uri).isNotNull();
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain(SECRET);
        }
        return String.valueOf(refusal.getMessage());
    }

    @TempDir
    private Path folder;

    private Path keyFile() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "onlythemembersoftheset");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** The first user may be made from the machine itself without being one. */
    private static void addUsers(Mongod locked) {
        addUser("mongodb://" + locked.address() + "/?replicaSet=rs0", "root", "admin", "root");
        String asRoot = "mongodb://root:" + SECRET + "@" + locked.address() + "/?replicaSet=rs0";
        addUser(asRoot, "reader", "talk", "read");
        addUser(asRoot, "writer", "talk", "readWrite");
    }

    private static void addUser(String uri, String name, String database, String role) {
        try (MongoClient client = MongoClients.create(uri)) {
            client.getDatabase("admin")
                    .runCommand(new Document("createUser", name)
                            .append("pwd", SECRET)
                            .append("roles", List.of(new Document("role", role).append("db", database))));
        }
    }
}
