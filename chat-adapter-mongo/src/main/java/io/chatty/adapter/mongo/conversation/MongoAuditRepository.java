package io.chatty.adapter.mongo.conversation;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Aggregates;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.conversation.AuditRepository;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.conversation.StoredConversation;
import io.chatty.domain.conversation.StoredMessage;
import io.chatty.domain.user.UserId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Reads the collections {@code conversations}, {@code members} and {@code messages} from one end to the other. */
@Component
final class MongoAuditRepository implements AuditRepository {

    private final MongoStore store;
    private final MongoCollection<Document> heads;
    private final MongoCollection<Document> members;
    private final MongoCollection<Document> messages;

    MongoAuditRepository(MongoStore store) {
        this.store = store;
        // To read everything takes as long as it takes.
        this.heads = store.collection(HeadDocuments.COLLECTION).withTimeout(0, TimeUnit.MILLISECONDS);
        this.members = store.collection(MemberDocuments.COLLECTION).withTimeout(0, TimeUnit.MILLISECONDS);
        this.messages = store.collection(MessageDocuments.COLLECTION).withTimeout(0, TimeUnit.MILLISECONDS);
    }

    /** By the messages, so that one whose head is missing is seen; a conversation without messages promises nothing. */
    @Override
    public void forEach(BiConsumer<StoredConversation, Stream<StoredMessage>> consumer) {
        store.call(() -> {
            messages.aggregate(List.of(Aggregates.group("$" + MessageDocuments.CONVERSATION)))
                    .allowDiskUse(true)
                    .forEach(found -> hand(new ConversationId(found.getString("_id")), consumer));
            return true;
        });
    }

    private void hand(ConversationId id, BiConsumer<StoredConversation, Stream<StoredMessage>> consumer) {
        Document head = heads.find(eq(id.value())).first();
        Participants participants = head == null ? null : HeadDocuments.participants(head);
        StoredConversation conversation = new StoredConversation(
                id,
                participants,
                head == null ? null : HeadDocuments.activeAt(head),
                participants == null ? Map.of() : marks(id, participants));
        try (MongoCursor<Document> all =
                messages.find(MessageDocuments.of(id)).sort(ascending("_id")).iterator()) {
            Iterable<Document> once = () -> all;
            consumer.accept(
                    conversation,
                    StreamSupport.stream(once.spliterator(), false).map(MessageDocuments::stored));
        }
    }

    private Map<UserId, Marks> marks(ConversationId id, Participants participants) {
        Map<UserId, Marks> marks = new HashMap<>();
        members.find(in("_id", MemberDocuments.ids(id, participants)))
                .forEach(member -> marks.put(MemberDocuments.user(member), MemberDocuments.marks(member)));
        return marks;
    }

    @Override
    public Duration lag() {
        return HeadWriter.LAG;
    }

    @Override
    public boolean keepsAllRevs() {
        return true;
    }
}
