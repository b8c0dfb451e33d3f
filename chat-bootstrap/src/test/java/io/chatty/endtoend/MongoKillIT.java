package io.chatty.endtoend;

import io.chatty.adapter.mongo.MongoServer;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** The same with everything in MongoDB, which lives on. */
@Tag("heavy")
class MongoKillIT extends KillIT {

    @Override
    Map<String, String> store() {
        return PackagedServer.onMongo(MongoServer.shared().freshDatabase());
    }
}
