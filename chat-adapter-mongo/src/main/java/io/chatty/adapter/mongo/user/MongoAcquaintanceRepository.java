package io.chatty.adapter.mongo.user;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.user.AcquaintanceRepository;
import io.chatty.domain.user.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Who has a message in common: a pair has a document in the collection {@code conversations} from its first message on. */
@Component
final class MongoAcquaintanceRepository implements AcquaintanceRepository {

    private static final String COLLECTION = "conversations";
    private static final String MEMBERS = "members";

    private final MongoStore store;
    private final MongoCollection<Document> pairs;

    MongoAcquaintanceRepository(MongoStore store) {
        this.store = store;
        this.pairs = store.collection(COLLECTION);
    }

    @Override
    public Set<UserId> findAmong(UserId person, Collection<UserId> others) {
        if (others.isEmpty()) {
            return Set.of();
        }
        List<String> ids = others.stream().map(UserId::value).distinct().toList();
        Set<UserId> found = new HashSet<>(find(person, and(eq(MEMBERS, person.value()), in(MEMBERS, ids))));
        found.retainAll(Set.copyOf(others));
        return found;
    }

    @Override
    public List<UserId> findAll(UserId person) {
        return find(person, eq(MEMBERS, person.value()));
    }

    private List<UserId> find(UserId person, Bson which) {
        return store.call(() -> pairs.find(which)
                .projection(include(MEMBERS))
                .map(pair -> other(person, pair.getList(MEMBERS, String.class)))
                .into(new ArrayList<>()));
    }

    private static UserId other(UserId person, List<String> members) {
        return new UserId(members.get(0).equals(person.value()) ? members.get(1) : members.get(0));
    }
}
