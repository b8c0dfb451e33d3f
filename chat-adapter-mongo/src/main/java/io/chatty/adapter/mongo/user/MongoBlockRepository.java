package io.chatty.adapter.mongo.user;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.user.Block;
import io.chatty.domain.user.BlockPosition;
import io.chatty.domain.user.BlockRepository;
import io.chatty.domain.user.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Blocks in the collection {@code blocks}; the two people are the id of a document. */
@Component
final class MongoBlockRepository implements BlockRepository {

    private static final String COLLECTION = "blocks";
    private static final String BLOCKER = "_id.blocker";
    private static final String BLOCKED = "_id.blocked";
    private static final String SINCE = "since";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoStore store;
    private final MongoCollection<Document> blocks;

    MongoBlockRepository(MongoStore store) {
        this.store = store;
        this.blocks = store.collection(COLLECTION);
    }

    @Override
    public boolean add(Block block) {
        Bson same = eq(id(block.blocker(), block.blocked()));
        Bson begin = Updates.setOnInsert(SINCE, Date.from(block.since()));
        return store.call(() -> isBegun(same, begin));
    }

    private boolean isBegun(Bson same, Bson begin) {
        try {
            return blocks.updateOne(same, begin, UPSERT).getUpsertedId() != null;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public boolean remove(UserId blocker, UserId blocked) {
        return store.call(() -> blocks.deleteOne(eq(id(blocker, blocked))).getDeletedCount()) == 1;
    }

    @Override
    public List<Block> findBetween(UserId person, Collection<UserId> others) {
        if (others.isEmpty()) {
            return List.of();
        }
        List<Document> ids = others.stream()
                .distinct()
                .flatMap(other -> Stream.of(id(person, other), id(other, person)))
                .toList();
        return find(in("_id", ids));
    }

    @Override
    public List<Block> list(UserId blocker, @Nullable BlockPosition after, int limit) {
        Bson own = eq(BLOCKER, blocker.value());
        return store.call(() -> blocks.find(after == null ? own : and(own, beyond(after)))
                .sort(orderBy(descending(SINCE), ascending(BLOCKED)))
                .limit(limit)
                .map(MongoBlockRepository::block)
                .into(new ArrayList<>()));
    }

    private static Bson beyond(BlockPosition after) {
        Date since = Date.from(after.since());
        return or(
                lt(SINCE, since),
                and(eq(SINCE, since), gt(BLOCKED, after.blocked().value())));
    }

    @Override
    public void removeAllOf(UserId person) {
        store.call(() -> blocks.deleteMany(or(eq(BLOCKER, person.value()), eq(BLOCKED, person.value()))));
    }

    private List<Block> find(Bson which) {
        return store.call(
                () -> blocks.find(which).map(MongoBlockRepository::block).into(new ArrayList<>()));
    }

    private static Document id(UserId blocker, UserId blocked) {
        return new Document("blocker", blocker.value()).append("blocked", blocked.value());
    }

    private static Block block(Document document) {
        Document id = document.get("_id", Document.class);
        return new Block(
                new UserId(id.getString("blocker")),
                new UserId(id.getString("blocked")),
                document.getDate(SINCE).toInstant());
    }
}
