package io.chatty.adapter.mongo.conversation;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoIterable;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.conversation.AuditRepository;
import io.chatty.domain.conversation.Breach;
import io.chatty.domain.conversation.Breach.Kind;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.StoredConversation;
import io.chatty.domain.conversation.StoredMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Reads the collections {@code conversations}, {@code members} and {@code messages} from one end to the other, while others
 * may write: marks are read before numbers, numbers before messages, and of messages those up to the numbers. The ids of all
 * conversations are held in memory.
 */
final class MongoAuditRepository implements AuditRepository {

    private static final String USERS = "users";
    private static final String AT = "at";
    private static final String COUNT = "count";
    private static final String PEOPLE = "people";
    private static final String KNOWN = "known";

    private static final List<String> UNIQUE =
            List.of(MessageDocuments.CONVERSATION, MessageDocuments.SENDER, MessageDocuments.CLIENT_ID);

    private final MongoStore store;
    private final MessageReader reader;
    private final MongoCollection<Document> heads;
    private final MongoCollection<Document> members;
    private final MongoCollection<Document> messages;

    MongoAuditRepository(MongoStore store) {
        this.store = store;
        this.reader = new MessageReader(store);
        // To read everything takes as long as it takes.
        this.heads = store.collection(HeadDocuments.COLLECTION).withTimeout(0, TimeUnit.MILLISECONDS);
        this.members = store.collection(MemberDocuments.COLLECTION).withTimeout(0, TimeUnit.MILLISECONDS);
        this.messages = store.collection(MessageDocuments.COLLECTION).withTimeout(0, TimeUnit.MILLISECONDS);
    }

    @Override
    public void forEach(BiConsumer<StoredConversation, Stream<StoredMessage>> consumer) {
        store.call(() -> {
            ids().forEach(id -> hand(new ConversationId(id), consumer));
            return true;
        });
    }

    /** Of every conversation of which there is a trace, whatever may be missing of it. */
    private Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        heads.find()
                .projection(Projections.include("_id"))
                .map(head -> head.getString("_id"))
                .into(ids);
        group(members, MemberDocuments.ID_CONVERSATION).into(ids);
        group(messages, MessageDocuments.CONVERSATION).into(ids);
        return ids;
    }

    private static MongoIterable<String> group(MongoCollection<Document> documents, String conversation) {
        return documents
                .aggregate(List.of(Aggregates.group("$" + conversation)))
                .allowDiskUse(true)
                .map(found -> found.getString("_id"));
    }

    private void hand(ConversationId id, BiConsumer<StoredConversation, Stream<StoredMessage>> consumer) {
        List<Document> places = members.find(MemberDocuments.of(id)).into(new ArrayList<>());
        Beginning beginning = beginning(id);
        Document head = beginning.head();
        try (MongoCursor<Document> all = messages.find(MessageDocuments.of(
                        id, Long.MIN_VALUE, beginning.numbers().lastSeq()))
                .sort(ascending("_id"))
                .iterator()) {
            Iterable<Document> once = () -> all;
            consumer.accept(
                    new StoredConversation(
                            id.value(),
                            MemberDocuments.people(places, head),
                            MemberDocuments.stored(places, head),
                            beginning.numbers()),
                    StreamSupport.stream(once.spliterator(), false).map(MessageDocuments::stored));
        }
    }

    /** Place in the lists and numbers belong together once no message came while they were read. */
    private Beginning beginning(ConversationId id) {
        Head numbers = reader.head(id);
        while (true) {
            Document head = heads.find(eq(id.value())).first();
            Head after = reader.head(id);
            if (after.lastSeq() == numbers.lastSeq()) {
                return new Beginning(numbers, head);
            }
            numbers = after;
        }
    }

    @Override
    public void search(Consumer<Breach> found) {
        store.call(() -> {
            unknownPeople().forEach(id -> found.accept(new Breach(id, Kind.UNKNOWN_PERSON, 0)));
            if (!clientIdsAreUnique()) {
                searchDoubledClientIds(found);
            }
            return true;
        });
    }

    /** The conversations of which somebody is not registered. */
    private Set<String> unknownPeople() {
        Set<String> ids = new TreeSet<>();
        heads.aggregate(unknown(List.of(Aggregates.project(Projections.computed(PEOPLE, "$" + HeadDocuments.MEMBERS)))))
                .forEach(head -> ids.add(head.getString("_id")));
        members.aggregate(unknown(MemberDocuments.pairs(PEOPLE)))
                .forEach(member -> ids.add(MemberDocuments.conversation(member).value()));
        return ids;
    }

    private static List<Bson> unknown(List<Bson> people) {
        return Stream.concat(
                        people.stream(),
                        Stream.of(
                                Aggregates.lookup(USERS, PEOPLE, "_id", KNOWN),
                                Aggregates.match(Filters.exists(KNOWN + ".1", false)),
                                Aggregates.project(Projections.include("_id"))))
                .toList();
    }

    /** The index refuses what would be doubled. */
    private boolean clientIdsAreUnique() {
        return messages.listIndexes().into(new ArrayList<>()).stream()
                .filter(index -> index.getBoolean("unique", false))
                .anyMatch(index ->
                        List.copyOf(index.get("key", Document.class).keySet()).equals(UNIQUE));
    }

    private void searchDoubledClientIds(Consumer<Breach> found) {
        Document same = new Document();
        UNIQUE.forEach(field -> same.append(field, "$" + field));
        messages.aggregate(List.of(
                        Aggregates.group(same, Accumulators.sum(COUNT, 1), Accumulators.max(AT, "$_id.s")),
                        Aggregates.match(Filters.gt(COUNT, 1))))
                .allowDiskUse(true)
                .forEach(doubled -> found.accept(new Breach(
                        doubled.get("_id", Document.class).getString(MessageDocuments.CONVERSATION),
                        Kind.DOUBLED_CLIENT_MESSAGE_ID,
                        doubled.getLong(AT))));
    }

    @Override
    public Duration lag() {
        return HeadWriter.LAG;
    }

    @Override
    public boolean keepsAllRevs() {
        return true;
    }

    /**
     * What is read before the messages.
     *
     * @param head null if there is none
     */
    private record Beginning(Head numbers, @Nullable Document head) {}
}
