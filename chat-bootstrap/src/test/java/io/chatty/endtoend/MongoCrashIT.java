package io.chatty.endtoend;

import io.chatty.adapter.mongo.MongoServer;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** The same with everything in MongoDB, which lives on. */
@Tag("heavy")
class MongoCrashIT extends CrashIT {

    private final String uri = MongoServer.shared().freshDatabase();

    @Override
    Map<String, String> store() {
        return PackagedServer.onMongo(uri);
    }
}
