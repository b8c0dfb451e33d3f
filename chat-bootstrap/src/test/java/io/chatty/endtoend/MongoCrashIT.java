package io.chatty.endtoend;

import static io.chatty.endtoend.CrashIT.CYCLES;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chatty.adapter.mongo.Mongod;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The same with everything in MongoDB, which is killed, stopped and voted out of office as well. */
@Tag("heavy")
@Execution(ExecutionMode.SAME_THREAD)
class MongoCrashIT {

    @BeforeEach
    void needMongod() {
        assumeTrue(Mongod.program().isPresent(), "there is no mongod");
    }

    @Test
    void costsNobodyAnAcknowledgedWordOnOneNode() {
        try (Mongod node = Mongod.startSet();
                CrashRun run = CrashRun.begin(Map.of("SPRING_MONGODB_URI", "mongodb://" + node.address() + "/talk"))) {
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                run.killTheServer();
                if (cycle % 2 == 0) {
                    run.strikeTheStore(node::kill, node::startAgain);
                } else {
                    run.strikeTheStore(node::pause, node::resume);
                }
            }
            run.judge(300);
        }
    }
}
