package io.chatty.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The server is killed at random instants while people write: nothing that was acknowledged is lost, doubled or in another
 * order, and a check of the store finds no broken promise. {@code -Dcrash.cycles} says how often, {@code -Dcrash.seed} plays
 * the same choices again.
 */
@Tag("heavy")
@Execution(ExecutionMode.SAME_THREAD)
class CrashIT {

    static final int CYCLES = Integer.getInteger("crash.cycles", 2);

    @TempDir
    private Path data;

    @Test
    void costsNobodyAnAcknowledgedWord() {
        try (CrashRun run = CrashRun.begin(PackagedServer.onSqlite(data))) {
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                run.killTheServer();
            }
            run.judge(500);
        }
    }
}
