package io.chatty.adapter.mongo;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_AND_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.deletion;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.conversation.ConversationFixtures.edit;
import static io.chatty.testkit.conversation.ConversationFixtures.reaction;
import static io.chatty.testkit.conversation.ConversationFixtures.replyingTo;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.chatty.domain.conversation.Emoji;
import io.chatty.testkit.Store;
import io.chatty.testkit.StoreContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing of what was edited away or deleted is left in any collection. */
class MongoErasureTest extends StoreContract {

    @RegisterExtension
    final FreshStore mongo = new FreshStore();

    @Override
    protected Store store() {
        return mongo.ports();
    }

    @Test
    void leavesNoWordOfWhatWasEditedAwayOrDeleted() {
        Random random = new Random(6);
        String edited = word(random);
        String deleted = word(random);
        String kept = word(random);
        send(draft(ANNA, BOB, edited));
        send(draft(ANNA, BOB, deleted));
        send(draft(BOB, ANNA, kept));

        await(store().messages().change(edit(ANNA_AND_BOB, 1, ANNA, "something else")));
        await(store().messages().change(deletion(ANNA_AND_BOB, 2, ANNA)));
        mongo.reopen();

        assertThat(everything())
                .anyMatch(document -> document.contains(kept))
                .noneMatch(document -> document.contains(edited))
                .noneMatch(document -> document.contains(deleted));
    }

    @Test
    void leavesOnlyNumbersAndTimesOfADeletedMessage() {
        send(draft(BOB, ANNA, "one"));
        send(replyingTo(1, draft(ANNA, BOB, "two")));
        await(store().messages().change(edit(ANNA_AND_BOB, 2, ANNA, "three")));
        await(store().messages().change(reaction(ANNA_AND_BOB, 2, BOB, new Emoji("👍"))));

        await(store().messages().change(deletion(ANNA_AND_BOB, 2, ANNA)));

        Document left = Objects.requireNonNull(mongo.mongo()
                .collection("messages")
                .find(new Document("tombstone", new Document("$exists", true)))
                .first());
        assertThat(left.keySet())
                .containsExactlyInAnyOrder(
                        "_id",
                        "c",
                        "revs",
                        "rev",
                        "sender",
                        "senderSeq",
                        "clientId",
                        "kind",
                        "sentAt",
                        "changeIds",
                        "deletedAt",
                        "tombstone");
    }

    /** 32 letters. */
    private static String word(Random random) {
        return random.ints(32, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private List<String> everything() {
        String name = Objects.requireNonNull(new ConnectionString(mongo.uri()).getDatabase());
        try (MongoClient client = MongoClients.create(mongo.uri())) {
            MongoDatabase database = client.getDatabase(name);
            List<String> documents = new ArrayList<>();
            for (String collection : database.listCollectionNames()) {
                database.getCollection(collection).find().map(Document::toJson).into(documents);
            }
            return documents;
        }
    }
}
