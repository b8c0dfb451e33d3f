package io.chatty.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.ClientSessionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.chatty.adapter.mongo.MongoServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The database is lost, and a copy of one instant takes its place, as {@code mongodump} and {@code mongorestore} do it. */
@Tag("heavy")
@Execution(ExecutionMode.SAME_THREAD)
class MongoRestoreIT {

    private final Map<String, List<Document>> copy = new HashMap<>();

    @Test
    void makesClientsWholeThatSawWhatIsLost() throws Exception {
        assumeTrue(MongoServer.shared().isReal(), "there is no mongod");
        String uri = MongoServer.shared().freshDatabase();
        RestoreDrill drill = new RestoreDrill(PackagedServer.onMongo(uri));
        try (MongoClient client = MongoClients.create(uri)) {
            MongoDatabase database =
                    client.getDatabase(URI.create(uri).getPath().substring(1));

            drill.play(() -> dump(client, database), () -> {
                restore(database);
                drill.operate("renew-epoch");
            });
        }
    }

    private void dump(MongoClient client, MongoDatabase database) {
        try (ClientSession instant = client.startSession(
                ClientSessionOptions.builder().snapshot(true).build())) {
            for (String name : database.listCollectionNames()) {
                copy.put(name, database.getCollection(name).find(instant).into(new ArrayList<>()));
            }
        }
    }

    private void restore(MongoDatabase database) {
        database.drop();
        copy.forEach((name, documents) -> {
            if (!documents.isEmpty()) {
                database.getCollection(name).insertMany(documents);
            }
        });
    }
}
