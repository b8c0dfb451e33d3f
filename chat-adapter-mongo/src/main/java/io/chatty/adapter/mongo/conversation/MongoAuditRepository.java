package io.chatty.adapter.mongo.conversation;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Reads the collections {@code conversations}, {@code members} and {@code messages} from one end to the other, while others
 * may write: marks are read before numbers, numbers before places in lists, and messages last. The ids of all conversations
 * are held in memory, and of some of them everything but the messages.
 */
final class MongoAuditRepository implements AuditRepository {

    private static final int BATCH = 500;
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
            List<String> ids = List.copyOf(ids());
            for (int from = 0; from < ids.size(); from += BATCH) {
                hand(ids.subList(from, Math.min(from + BATCH, ids.size())), consumer);
            }
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

    /** The order of these reads is what makes all of it agree, whoever writes meanwhile. */
    private void hand(List<String> ids, BiConsumer<StoredConversation, Stream<StoredMessage>> consumer) {
        String first = ids.get(0);
        String last = ids.get(ids.size() - 1);
        Map<String, List<Document>> places = new HashMap<>();
        members.find(MemberDocuments.of(first, last))
                .forEach(member -> places.computeIfAbsent(
                                MemberDocuments.conversation(member).value(), id -> new ArrayList<>())
                        .add(member));
        Map<String, Head> numbers = numbers(ids);
        Map<String, Document> found = new HashMap<>();
        heads.find(Filters.in("_id", ids)).forEach(head -> found.put(head.getString("_id"), head));
        try (MongoCursor<Document> all = messages.find(MessageDocuments.of(first, last))
                .sort(ascending("_id"))
                .iterator()) {
            MessagesInOrder inOrder = new MessagesInOrder(all);
            for (String id : ids) {
                List<Document> members = places.getOrDefault(id, List.of());
                Document head = found.get(id);
                consumer.accept(
                        new StoredConversation(
                                id,
                                MemberDocuments.people(members, head),
                                MemberDocuments.stored(members, head),
                                numbers.getOrDefault(id, Head.EMPTY)),
                        inOrder.of(id).map(MessageDocuments::stored));
            }
        }
    }

    private Map<String, Head> numbers(List<String> ids) {
        Map<String, Head> numbers = new HashMap<>();
        heads.aggregate(HeadDocuments.tails(ids)).forEach(tail -> {
            Document last = HeadDocuments.last(tail);
            if (last != null) {
                numbers.put(tail.getString("_id"), new Head(MessageDocuments.seq(last), HeadDocuments.rev(tail)));
            }
        });
        List<String> others =
                ids.stream().filter(id -> !numbers.containsKey(id)).toList();
        List<Head> found = store.inParallel(others, id -> reader.head(new ConversationId(id)));
        for (int i = 0; i < others.size(); i++) {
            numbers.put(others.get(i), found.get(i));
        }
        return numbers;
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
}
