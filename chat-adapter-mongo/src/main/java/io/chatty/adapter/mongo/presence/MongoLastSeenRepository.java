package io.chatty.adapter.mongo.presence;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.adapter.mongo.WriteBehind;
import io.chatty.domain.presence.LastSeenRepository;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Times of last presence in the collection {@code lastSeen}, gathered in memory. */
@Component
final class MongoLastSeenRepository implements LastSeenRepository {

    private static final String COLLECTION = "lastSeen";
    private static final String SEEN_AT = "seenAt";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoStore store;
    private final WriteBehind<UserId, Instant> gathered;

    MongoLastSeenRepository(MongoStore store) {
        this.store = store;
        this.gathered = store.writeBehind(COLLECTION, MongoLastSeenRepository::write);
    }

    @Override
    public void save(UserId user, Instant at) {
        gathered.gathered().merge(user, at, MongoLastSeenRepository::later);
    }

    @Override
    public void forget(UserId user) {
        gathered.forget(
                user, () -> store.call(() -> store.collection(COLLECTION).deleteOne(Filters.eq(user.value()))));
    }

    @Override
    public Map<UserId, Instant> find(Collection<UserId> users) {
        // What is gathered is looked at first: what is not there any more is in the collection by then.
        Map<UserId, Instant> found = new HashMap<>(gathered.gathered());
        found.keySet().retainAll(users);
        List<String> ids = users.stream().map(UserId::value).distinct().toList();
        List<Document> stored = store.call(
                () -> store.collection(COLLECTION).find(Filters.in("_id", ids)).into(new ArrayList<>()));
        stored.forEach(seen -> found.merge(
                new UserId(seen.getString("_id")), seen.getDate(SEEN_AT).toInstant(), MongoLastSeenRepository::later));
        return found;
    }

    private static void write(UserId user, Instant at, List<WriteModel<Document>> writes) {
        writes.add(new UpdateOneModel<>(Filters.eq(user.value()), Updates.max(SEEN_AT, Date.from(at)), UPSERT));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
