package io.chatty.adapter.mongo;

import static io.chatty.testkit.user.UserFixtures.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.chatty.domain.StoreIdentity;
import io.chatty.testkit.Concurrently;
import io.chatty.testkit.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoStoreTest {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    @RegisterExtension
    final FreshStore mongo = new FreshStore();

    @Test
    void findsEverythingAgainWhenItIsOpenedAgain() {
        StoreIdentity identity = mongo.mongo().identity();
        mongo.ports().users().add(ANNA);
        mongo.ports().lastSeen().save(ANNA.id(), Times.NOW);

        mongo.reopen();

        assertThat(mongo.mongo().identity()).isEqualTo(identity);
        assertThat(mongo.ports().users().findById(ANNA.id())).contains(ANNA);
        assertThat(mongo.ports().lastSeen().find(List.of(ANNA.id()))).isEqualTo(Map.of(ANNA.id(), Times.NOW));
    }

    @Test
    void showsOtherNodesWhatWasGatheredWithinTwoSeconds() {
        try (OpenStore other = mongo.openAgain()) {
            mongo.ports().lastSeen().save(ANNA.id(), Times.NOW);

            await().until(() ->
                    other.ports().lastSeen().find(List.of(ANNA.id())).containsKey(ANNA.id()));
        }
    }

    @Test
    void neverLosesSightOfWhatWasGathered() {
        WriteBehind<String, Integer> numbers = mongo.mongo()
                .writeBehind(
                        "numbers",
                        (key, value, writes) -> writes.add(
                                new UpdateOneModel<>(Filters.eq(key), Updates.set("number", value), UPSERT)));
        for (int i = 0; i < 50; i++) {
            numbers.gathered().put("n", i);
            numbers.flush();

            assertThat(numbers.gathered()).isEmpty();
            assertThat(mongo.mongo().collection("numbers").find().first()).containsEntry("number", i);
        }
    }

    @Test
    void hasOneIdentityHoweverManyNodesMakeIt() {
        String uri = MongoServer.shared().freshDatabase();
        try {
            List<StoreIdentity> identities = Concurrently.call(6, i -> {
                try (MongoStore store = open(uri)) {
                    return store.identity();
                }
            });

            assertThat(identities).containsOnly(identities.get(0));
            assertThat(identities.get(0)).isNotEqualTo(mongo.mongo().identity());
        } finally {
            MongoServer.shared().drop(uri);
        }
    }

    @Test
    void hasAnIndexForEverythingThatMustBeUnique() {
        assertThat(uniqueKeys("users")).contains("{\"emailFolded\": 1}");
        assertThat(uniqueKeys("sessions")).contains("{\"tokenHash\": 1}");
        assertThat(uniqueKeys("messages"))
                .contains("{\"c\": 1, \"revs\": 1}", "{\"c\": 1, \"sender\": 1, \"clientId\": 1}");
    }

    @Test
    void refusesDataOfANewerVersionAndLeavesItAlone() {
        MongoCollection<Document> stores = mongo.mongo().collection("store");
        stores.updateOne(Filters.empty(), Updates.set("schema", 99));

        assertThatThrownBy(() -> open(mongo.uri()).close())
                .isInstanceOf(MongoStartException.class)
                .hasMessageMatching("The data in chatty_test_\\w+ on [\\w.:]+ was written by a newer Chatty; start that"
                        + " version, or name another database in SPRING_MONGODB_URI\\.");
        assertThat(stores.find().first()).containsEntry("schema", 99);
    }

    @Test
    void makesNothingWhereItIsOnlyLookedAt() {
        String uri = MongoServer.shared().freshDatabase();

        assertThatThrownBy(() -> openToRead(uri).close())
                .isInstanceOf(MongoStartException.class)
                .hasMessageMatching("There is no store in chatty_test_\\w+ on [\\w.:]+; name the database that holds it"
                        + " in SPRING_MONGODB_URI\\.");
        try (MongoClient client = MongoClients.create(uri)) {
            assertThat(client.listDatabaseNames())
                    .doesNotContain(MongoConnection.parse(uri).database());
        }
    }

    @Test
    void looksOnlyAtDataOfThisVersion() {
        MongoCollection<Document> stores = mongo.mongo().collection("store");
        try (MongoStore store = openToRead(mongo.uri())) {
            assertThat(store.identity()).isEqualTo(mongo.mongo().identity());
        }
        stores.updateOne(Filters.empty(), Updates.set("schema", 99));
        assertThatThrownBy(() -> openToRead(mongo.uri()).close())
                .isInstanceOf(MongoStartException.class)
                .hasMessageContaining("was written by a newer Chatty");

        stores.updateOne(Filters.empty(), Updates.set("schema", 0));
        assertThatThrownBy(() -> openToRead(mongo.uri()).close())
                .isInstanceOf(MongoStartException.class)
                .hasMessageEndingWith(
                        "was written by an older Chatty; start this version once, which brings it up to date.");
    }

    @Test
    void keepsNoNamesOfClassesInTheDatabase() {
        mongo.ports().users().add(ANNA);

        assertThat(mongo.mongo().collection("users").find().first())
                .containsKey("nameFolded")
                .doesNotContainKey("_class");
    }

    private static MongoStore open(String uri) {
        return MongoStore.open(uri, !MongoServer.shared().isReal());
    }

    private static MongoStore openToRead(String uri) {
        return MongoStore.openToRead(uri, !MongoServer.shared().isReal());
    }

    private List<String> uniqueKeys(String collection) {
        return mongo.mongo().collection(collection).listIndexes().into(new ArrayList<>()).stream()
                .filter(index -> index.getBoolean("unique", false))
                .map(index -> index.get("key", Document.class).toJson())
                .toList();
    }
}
