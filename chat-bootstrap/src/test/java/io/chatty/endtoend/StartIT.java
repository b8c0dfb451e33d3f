package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The application says in few words that it is ready, or why it is not. */
@Execution(ExecutionMode.SAME_THREAD)
class StartIT {

    @TempDir
    private static Path data;

    private static PackagedServer server;

    @TempDir
    private Path otherData;

    @BeforeAll
    static void start() {
        server = PackagedServer.start(data, PackagedServer.freePort());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void endsItsStartWithOneLine() {
        assertThat(server.client().rest().get("/api/v1/server").status()).isEqualTo(200);
        assertThat(server.client().rest().get("/").status()).isEqualTo(200);
        assertThat(server.log()).hasSizeLessThanOrEqualTo(20);
        assertThat(server.log().get(server.log().size() - 1))
                .contains(server.client().base().toString())
                .contains("SQLite")
                .contains(data.toString())
                .matches(".* \\d+\\.\\d s.*");
    }

    @Test
    void refusesDataThatAnotherProcessUsesInOneSentence() {
        assertRefusedInOneSentence(
                PackagedServer.launch(PackagedServer.onSqlite(data), PackagedServer.freePort()), data.toString());
    }

    @Test
    void refusesAPortInUseInOneSentence() {
        int port = server.client().base().getPort();
        assertRefusedInOneSentence(PackagedServer.launch(PackagedServer.onSqlite(otherData), port), "Port " + port);
    }

    @Test
    void refusesADatabaseThatDoesNotAnswerInOneSentence() {
        String nobody = "127.0.0.1:" + PackagedServer.freePort();
        Map<String, String> store = Map.of("SPRING_MONGODB_URI", "mongodb://anna:opensesame@" + nobody + "/talk");

        PackagedServer second = PackagedServer.launch(store, PackagedServer.freePort());

        assertRefusedInOneSentence(second, "MongoDB at " + nobody + " does not answer");
        assertThat(second.log()).noneMatch(line -> line.contains("opensesame"));
    }

    private static void assertRefusedInOneSentence(PackagedServer second, String reason) {
        try (second) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.log()).singleElement().asString().contains(reason);
            assertThat(server.client().rest().get("/api/v1/server").status()).isEqualTo(200);
        }
    }
}
