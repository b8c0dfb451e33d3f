package io.chatty.endtoend;

import static io.chatty.endtoend.CrashIT.CYCLES;

import io.chatty.adapter.mongo.MongoServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The same with everything in MongoDB, which lives on. */
@Tag("heavy")
@Execution(ExecutionMode.SAME_THREAD)
class MongoCrashIT {

    @Test
    void costsNobodyAnAcknowledgedWord() {
        String uri = MongoServer.shared().freshDatabase();
        try (CrashRun run = CrashRun.begin(PackagedServer.onMongo(uri))) {
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                run.killTheServer();
            }
            run.judge(300);
        }
    }
}
