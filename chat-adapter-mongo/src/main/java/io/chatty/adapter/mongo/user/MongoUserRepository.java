package io.chatty.adapter.mongo.user;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.data.mongodb.core.query.Update.update;

import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.user.Account;
import io.chatty.domain.user.Admission;
import io.chatty.domain.user.DirectoryPosition;
import io.chatty.domain.user.DirectoryQuery;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.NameKey;
import io.chatty.domain.user.PasswordHash;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.ProfileChange;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
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
        return findOne(living(id));
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
    public Map<UserId, Account> findAccounts(Collection<UserId> ids) {
        List<String> values = ids.stream().map(UserId::value).distinct().toList();
        return values.isEmpty()
                ? Map.of()
                : findPublic(query(where("_id").in(values))).stream()
                        .map(UserDocument.Public::account)
                        .collect(Collectors.toMap(Account::id, Function.identity()));
    }

    @Override
    public Optional<User> change(UserId id, ProfileChange change) {
        Update update = new Update();
        if (change.name() != null) {
            NameKey key = NameKey.of(change.name().value());
            update.set(UserDocument.NAME, change.name().value())
                    .set(UserDocument.NAME_FOLDED, key.value())
                    .set(UserDocument.NAME_TAILS, key.tails());
        }
        set(update, UserDocument.READ_RECEIPTS, change.readReceipts());
        set(update, UserDocument.PRESENCE, change.presence());
        set(update, UserDocument.DISCOVERABLE, change.discoverable());
        if (update.getUpdateObject().isEmpty()) {
            return findById(id);
        }
        return store.call(() -> Optional.ofNullable(store.operations()
                        .findAndModify(
                                query(living(id)),
                                update,
                                FindAndModifyOptions.options().returnNew(true),
                                UserDocument.class))
                .map(UserDocument::user));
    }

    private static void set(Update update, String field, @Nullable Boolean value) {
        if (value != null) {
            update.set(field, value);
        }
    }

    @Override
    public boolean replacePassword(User expected, PasswordHash replacement, Admission then) {
        // The field is absent where every sign-in is open, which is what null finds.
        Criteria unchanged = living(expected.id())
                .and(UserDocument.PASSWORD_HASH)
                .is(expected.passwordHash().value())
                .and(UserDocument.ADMISSION)
                .is(UserDocument.word(expected.admission()));
        return isUpdated(unchanged, admitting(update(UserDocument.PASSWORD_HASH, replacement.value()), then));
    }

    @Override
    public void admit(UserId id, Admission admission) {
        isUpdated(living(id), admitting(new Update(), admission));
    }

    private static Update admitting(Update update, Admission admission) {
        String word = UserDocument.word(admission);
        return word == null ? update.unset(UserDocument.ADMISSION) : update.set(UserDocument.ADMISSION, word);
    }

    @Override
    public boolean delete(UserId id, Instant now) {
        // A mailbox has an @ and an id has none, so the id in its place is unique and nobody's mailbox.
        Update nothingPersonal = update(UserDocument.DELETED_AT, now)
                .set(UserDocument.ERASING, true)
                .set(UserDocument.EMAIL_FOLDED, id.value())
                .unset(UserDocument.EMAIL)
                .unset(UserDocument.NAME)
                .unset(UserDocument.NAME_FOLDED)
                .unset(UserDocument.NAME_TAILS)
                .unset(UserDocument.PASSWORD_HASH)
                .unset(UserDocument.ADMISSION)
                .unset(UserDocument.READ_RECEIPTS)
                .unset(UserDocument.PRESENCE)
                .unset(UserDocument.DISCOVERABLE);
        return isUpdated(living(id), nothingPersonal);
    }

    @Override
    public List<UserId> findUnfinishedDeletions() {
        return findPublic(query(where(UserDocument.ERASING).is(true))).stream()
                .map(document -> new UserId(document.id()))
                .toList();
    }

    @Override
    public void finishDeletion(UserId id) {
        isUpdated(where("_id").is(id.value()), new Update().unset(UserDocument.ERASING));
    }

    @Override
    public List<User> list(@Nullable UserId after, int limit) {
        Criteria living = where(UserDocument.DELETED_AT).is(null).and("_id").gt(after == null ? "" : after.value());
        return store
                .call(() -> store.operations()
                        .find(query(living).with(Sort.by("_id")).limit(limit), UserDocument.class))
                .stream()
                .map(UserDocument::user)
                .toList();
    }

    private static Criteria living(UserId id) {
        return where("_id").is(id.value()).and(UserDocument.DELETED_AT).is(null);
    }

    private boolean isUpdated(Criteria criteria, Update update) {
        return store.call(() -> store.operations()
                        .updateFirst(query(criteria), update, UserDocument.class)
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
        return findPublic(query(criteria).with(DIRECTORY).limit(directory.limit())).stream()
                .map(UserDocument.Public::person)
                .toList();
    }

    private List<UserDocument.Public> findPublic(Query people) {
        people.fields()
                .include(
                        UserDocument.NAME,
                        UserDocument.READ_RECEIPTS,
                        UserDocument.PRESENCE,
                        UserDocument.DISCOVERABLE);
        return store.call(() -> store.operations().find(people, UserDocument.Public.class));
    }
}
