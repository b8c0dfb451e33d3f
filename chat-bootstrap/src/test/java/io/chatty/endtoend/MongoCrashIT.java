package io.chatty.endtoend;

import static io.chatty.endtoend.CrashIT.CYCLES;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chatty.adapter.mongo.Mongod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

    @Test
    void costsNobodyAnAcknowledgedWordOnThreeNodes() {
        List<Mongod> nodes = Stream.generate(Mongod::startMember).limit(3).toList();
        try {
            Mongod.initiate(nodes);
            String uri =
                    "mongodb://" + nodes.get(0).address() + "," + nodes.get(1).address() + "/talk?replicaSet=rs0";
            try (CrashRun run = CrashRun.begin(Map.of("SPRING_MONGODB_URI", uri))) {
                for (int cycle = 0; cycle < CYCLES; cycle++) {
                    run.killTheServer();
                    Mongod primary = primaryOf(nodes);
                    if (cycle % 2 == 0) {
                        run.fellThePrimary(primary::kill, primary::startAgain);
                    } else {
                        run.fellThePrimary(primary::stepDown, () -> {});
                    }
                }
                run.judge(200);
            }
        } finally {
            nodes.forEach(Mongod::close);
        }
    }

    private static Mongod primaryOf(List<Mongod> nodes) {
        return await().until(() -> nodes.stream().filter(Mongod::isPrimary).findFirst(), Optional::isPresent)
                .orElseThrow();
    }
}
