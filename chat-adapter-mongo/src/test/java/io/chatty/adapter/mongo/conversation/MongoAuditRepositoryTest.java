package io.chatty.adapter.mongo.conversation;

import static com.mongodb.client.model.Filters.eq;
import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.user.UserFixtures.BOB;

import com.mongodb.client.model.Updates;
import io.chatty.adapter.mongo.FreshStore;
import io.chatty.domain.conversation.AuditRepository;
import io.chatty.testkit.Store;
import io.chatty.testkit.conversation.AuditRepositoryContract;
import java.util.Date;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoAuditRepositoryTest extends AuditRepositoryContract {

    @RegisterExtension
    final FreshStore mongo = new FreshStore();

    @Override
    protected Store store() {
        return mongo.ports();
    }

    @Override
    protected AuditRepository audit() {
        return new MongoAuditRepository(mongo.mongo());
    }

    private void damage(String collection, Object id, Bson update) {
        mongo.reopen();
        mongo.mongo().collection(collection).updateOne(eq(id), update);
    }

    @Override
    protected void loseTheSecondMessage() {
        mongo.mongo().collection(MessageDocuments.COLLECTION).deleteOne(eq(MessageDocuments.id(ANNA_WITH_BOB, 2)));
    }

    @Override
    protected void keepTheSecondText() {
        damage(MessageDocuments.COLLECTION, MessageDocuments.id(ANNA_WITH_BOB, 2), Updates.set("text", "two"));
    }

    @Override
    protected void markBeyondTheEnd() {
        damage(
                MemberDocuments.COLLECTION,
                MemberDocuments.id(ANNA_WITH_BOB, BOB.id()),
                Updates.set(MemberDocuments.DELIVERED, MemberDocuments.mark(9, nowPlus(1))));
    }

    @Override
    protected void pushDownInLists() {
        damage(
                HeadDocuments.COLLECTION,
                ANNA_WITH_BOB.value(),
                Updates.set(HeadDocuments.ACTIVE_AT, Date.from(nowPlus(-3_600))));
    }
}
