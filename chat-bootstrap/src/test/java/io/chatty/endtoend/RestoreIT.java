package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The disk is lost, and a copy takes the place of the file. */
@Tag("heavy")
@Execution(ExecutionMode.SAME_THREAD)
class RestoreIT {

    @TempDir
    private Path temp;

    @Test
    void makesClientsWholeThatSawWhatIsLost() throws Exception {
        Path data = temp.resolve("data");
        String copy = temp.resolve("copy.db").toString();
        RestoreDrill drill = new RestoreDrill(PackagedServer.onSqlite(data));

        drill.play(() -> drill.operate("backup", copy), () -> {
            Files.move(data, temp.resolve("lost"));
            drill.operate("restore", copy);
        });
    }

    @Test
    void saysInOneSentenceWhatCannotBeDone() {
        Map<String, String> store = PackagedServer.onSqlite(temp.resolve("data"));

        assertRefused(
                PackagedServer.operate(store, "backup", temp.resolve("copy.db").toString()), "There is no database");
        assertRefused(PackagedServer.operate(store, "restore"), "there are: backup FILE, restore FILE");
        assertRefused(
                PackagedServer.operate(store, "recover"), "There is no operation recover; there are: backup FILE");
        assertRefused(
                PackagedServer.operate(Map.of("SPRING_MONGODB_URI", "mongodb://localhost/talk"), "backup", "copy.db"),
                "Everything is in MongoDB");
    }

    private static void assertRefused(PackagedServer operation, String reason) {
        assertThat(operation.awaitExit()).isEqualTo(1);
        assertThat(operation.log()).singleElement().asString().contains(reason);
    }
}
