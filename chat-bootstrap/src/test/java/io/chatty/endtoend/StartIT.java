package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application says in few words that it is ready, or why it is not. */
class StartIT {

    @TempDir
    private Path data;

    @TempDir
    private Path otherData;

    @Test
    void endsItsStartWithOneLineAndStopsInPeace() {
        int port = PackagedServer.freePort();
        try (PackagedServer server = PackagedServer.start(data, port)) {
            assertThat(server.client().rest().get("/api/v1/server").status()).isEqualTo(200);
            assertThat(server.client().rest().get("/").status()).isEqualTo(200);
            assertThat(server.log()).hasSizeLessThanOrEqualTo(20);
            assertThat(server.log().get(server.log().size() - 1))
                    .contains("http://localhost:" + port)
                    .contains("SQLite")
                    .contains(data.toString())
                    .matches(".* \\d+\\.\\d s.*");
            assertThat(server.stop()).isEqualTo(143);
            assertThat(server.log()).noneMatch(line -> line.contains("Exception"));
        }
    }

    @Test
    void refusesDataThatAnotherProcessUsesInOneSentence() {
        try (PackagedServer server = PackagedServer.start(data, PackagedServer.freePort());
                PackagedServer second = PackagedServer.launch(data, PackagedServer.freePort())) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.log()).singleElement().asString().contains(data.toString());
            assertThat(server.client().rest().get("/api/v1/server").status()).isEqualTo(200);
        }
    }

    @Test
    void refusesAPortInUseInOneSentence() {
        int port = PackagedServer.freePort();
        try (PackagedServer server = PackagedServer.start(data, port);
                PackagedServer second = PackagedServer.launch(otherData, port)) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.log()).singleElement().asString().contains("Port " + port);
            assertThat(server.client().rest().get("/api/v1/server").status()).isEqualTo(200);
        }
    }
}
