package io.chatty.adapter.mongo.user;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.data.mongodb.core.query.Update.update;

import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.user.DirectoryPosition;
import io.chatty.domain.user.DirectoryQuery;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.NameKey;
import io.chatty.domain.user.PasswordHash;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserRepository;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Users in the collection {@code users}. */
@Component
final class MongoUserRepository implements UserRepository {

    /** The last code point, which is no character: no text goes on with it, so it ends the range of a prefix. */
    private static final String AFTER_ALL = Character.toString(Character.MAX_CODE_POINT);

    private static final Sort DIRECTORY = Sort.by("nameFolded", "_id");

    private final MongoStore store;

    MongoUserRepository(MongoStore store) {
        this.store = store;
    }

    @Override
    public boolean add(User user) {
        return store.call(() -> {
            try {
                store.operations().insert(UserDocument.of(user));
                return true;
            } catch (DuplicateKeyException mailboxTaken) {
                return false;
            }
        });
    }

    @Override
    public Optional<User> findById(UserId id) {
        return findOne(where("_id").is(id.value()));
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return findOne(where("emailFolded").is(email.folded()));
    }

    private Optional<User> findOne(Criteria criteria) {
        return store.call(() -> Optional.ofNullable(store.operations().findOne(query(criteria), UserDocument.class))
                .map(UserDocument::user));
    }

    @Override
    public Map<UserId, Person> findPeople(Collection<UserId> ids) {
        List<String> values = ids.stream().map(UserId::value).distinct().toList();
        return findPublic(query(where("_id").in(values))).stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    @Override
    public boolean replacePasswordHash(UserId id, PasswordHash expected, PasswordHash replacement) {
        Query unchanged = query(where("_id").is(id.value()).and("passwordHash").is(expected.value()));
        return store.call(() -> store.operations()
                        .updateFirst(unchanged, update("passwordHash", replacement.value()), UserDocument.class)
                        .getModifiedCount())
                == 1;
    }

    @Override
    public List<Person> browse(DirectoryQuery directory) {
        Criteria criteria =
                where("discoverable").is(true).and("_id").ne(directory.viewer().value());
        NameKey prefix = directory.prefix();
        if (prefix != null) {
            // Both ends must hold for one tail, not for two of them.
            criteria = criteria.and("nameTails")
                    .elemMatch(new Criteria().gte(prefix.value()).lt(prefix.value() + AFTER_ALL));
        }
        DirectoryPosition after = directory.after();
        if (after != null) {
            criteria = criteria.orOperator(
                    where("nameFolded").gt(after.name().value()),
                    where("nameFolded")
                            .is(after.name().value())
                            .and("_id")
                            .gt(after.id().value()));
        }
        return findPublic(query(criteria).with(DIRECTORY).limit(directory.limit()));
    }

    private List<Person> findPublic(Query people) {
        people.fields().include("name");
        return store.call(() -> store.operations().find(people, UserDocument.Public.class)).stream()
                .map(UserDocument.Public::person)
                .toList();
    }
}
