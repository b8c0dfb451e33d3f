package io.chatty.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.chatty.domain.conversation.AuditRepository;
import io.chatty.testkit.FirstSchemaContract;
import io.chatty.testkit.Store;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

class MongoMigrationTest extends FirstSchemaContract {

    private final String uri = MongoServer.shared().freshDatabase();
    private final AnnotationConfigApplicationContext check = new AnnotationConfigApplicationContext();

    @SuppressWarnings("NullAway.Init") // made before each test
    private OpenStore store;

    /** What is restored. */
    OldData data() {
        return OldData.SCHEMA_1;
    }

    @BeforeEach
    void open() {
        data().restore(uri);
        store = new OpenStore(uri);
    }

    @AfterEach
    void close() {
        check.close();
        store.close();
        MongoServer.shared().drop(uri);
    }

    @Override
    protected Store store() {
        return store.ports();
    }

    @Override
    protected AuditRepository audit() {
        Map<String, Object> properties = Map.of(
                MongoStoreConfiguration.URI,
                uri,
                "chatty.mongo.allow-standalone",
                !MongoServer.shared().isReal());
        check.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        check.register(MongoCheckConfiguration.class);
        check.refresh();
        return check.getBean(AuditRepository.class);
    }

    @Override
    protected String epoch() {
        return "U0BDLA865uVslyM6BPZ7Uw";
    }

    @Override
    protected boolean hasChanges() {
        return false;
    }

    @Test
    void leavesNothingOfTheOldForm() {
        assertThat(store.mongo().collection("store").find().first()).containsEntry("schema", SchemaSteps.LATEST);
        assertThat(store.mongo().collection("members").find())
                .noneMatch(member -> member.containsKey("readSeq") || member.containsKey("deliveredAt"));
        assertThat(store.mongo().collection("conversations").find()).noneMatch(head -> head.containsKey("startedAt"));
        assertThat(store.mongo().collection("conversations").listIndexes().into(new ArrayList<>()))
                .extracting(index -> index.getString("name"))
                .doesNotContain("members_1_activeAt_-1");
    }

    @Test
    void goesOnAfterItWasCutOff() {
        // Half of it is done: one document is new, with a mark that moved since, and the number of the schema is old.
        store.mongo()
                .collection("members")
                .updateMany(
                        Filters.exists("read.seq"),
                        Updates.combine(Updates.set("readSeq", 9L), Updates.set("deliveredSeq", 9L)));
        store.mongo().collection("store").updateOne(Filters.empty(), Updates.set("schema", 1));
        store.close();

        store = new OpenStore(uri);

        leavesNothingOfTheOldForm();
        Document annas = Objects.requireNonNull(store.mongo()
                .collection("members")
                .find(Filters.and(Filters.eq("_id.u", "u_anna"), Filters.exists("read")))
                .first());
        assertThat(annas.get("read", Document.class)).containsEntry("seq", 12L);
    }
}
