package io.chatty.adapter.sqlite.user;

import io.chatty.adapter.sqlite.SqliteStore;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Users in the tables {@code users} and {@code name_tail}. */
@Component
final class SqliteUserRepository implements UserRepository {

    private static final String SELECT_USER = "SELECT " + UserRow.COLUMNS + " FROM users WHERE deleted_at IS NULL AND";

    private static final String SELECT_ACCOUNTS =
            "SELECT id, name, read_receipts, presence, discoverable FROM users WHERE id IN (:ids)";

    private static final String SELECT_UNFINISHED =
            "SELECT id FROM users WHERE deleted_at IS NOT NULL AND erased_at IS NULL ORDER BY deleted_at, key";

    /** The directory is walked in its order, so a page costs the same wherever it lies. */
    private static final String EVERYBODY = """
            SELECT id, name FROM users
            WHERE discoverable = 1 AND deleted_at IS NULL AND id <> :viewer
                AND (name_folded, id) > (:afterName, :afterId)
            ORDER BY name_folded, id LIMIT :limit
            """;

    /** Whoever a prefix finds is collected and then ordered: the order of tails is not the order of names. */
    private static final String FOUND_BY_PREFIX = """
            SELECT id, name FROM users
            WHERE key IN (SELECT user FROM name_tail WHERE tail >= :prefix AND tail < :end)
                AND discoverable = 1 AND deleted_at IS NULL AND id <> :viewer
                AND (name_folded, id) > (:afterName, :afterId)
            ORDER BY name_folded, id LIMIT :limit
            """;

    /** The last code point, which is no character: no text goes on with it, so it ends the range of a prefix. */
    private static final String AFTER_ALL = Character.toString(Character.MAX_CODE_POINT);

    private final SqliteStore store;

    SqliteUserRepository(SqliteStore store) {
        this.store = store;
    }

    @Override
    public boolean add(User user) {
        return store.writer().call(connection -> UserWriter.insert(connection, user));
    }

    @Override
    public Optional<User> findById(UserId id) {
        return read(client -> client.sql(SELECT_USER + " id = ?")
                .param(id.value())
                .query(UserRow::user)
                .optional());
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return read(client -> client.sql(SELECT_USER + " email_folded = ?")
                .param(email.folded())
                .query(UserRow::user)
                .optional());
    }

    @Override
    public Map<UserId, Account> findAccounts(Collection<UserId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<String> values = ids.stream().map(UserId::value).distinct().toList();
        return read(client -> client.sql(SELECT_ACCOUNTS)
                        .param("ids", values)
                        .query(UserRow::account)
                        .list())
                .stream()
                .collect(Collectors.toMap(Account::id, Function.identity()));
    }

    @Override
    public Optional<User> change(UserId id, ProfileChange change) {
        return store.writer().call(connection -> UserWriter.change(connection, id, change));
    }

    @Override
    public boolean replacePassword(User expected, PasswordHash replacement, Admission then) {
        return store.writer().call(connection -> UserWriter.replacePassword(connection, expected, replacement, then));
    }

    @Override
    public void admit(UserId id, Admission admission) {
        store.writer().call(connection -> UserWriter.admit(connection, id, admission));
    }

    @Override
    public boolean delete(UserId id, Instant now) {
        return store.writer().call(connection -> UserWriter.delete(connection, id, now));
    }

    @Override
    public List<UserId> findUnfinishedDeletions() {
        return read(client -> client.sql(SELECT_UNFINISHED)
                .query((row, number) -> new UserId(row.getString("id")))
                .list());
    }

    @Override
    public void finishDeletion(UserId id) {
        store.writer().call(connection -> UserWriter.finishDeletion(connection, id));
    }

    @Override
    public List<User> list(@Nullable UserId after, int limit) {
        return read(client -> client.sql(SELECT_USER + " id > ? ORDER BY id LIMIT ?")
                .params(after == null ? "" : after.value(), limit)
                .query(UserRow::user)
                .list());
    }

    @Override
    public List<Person> browse(DirectoryQuery query) {
        NameKey prefix = query.prefix();
        DirectoryPosition after = query.after();
        return read(client -> {
            JdbcClient.StatementSpec statement = client.sql(prefix == null ? EVERYBODY : FOUND_BY_PREFIX)
                    .param("viewer", query.viewer().value())
                    .param("afterName", after == null ? "" : after.name().value())
                    .param("afterId", after == null ? "" : after.id().value())
                    .param("limit", query.limit());
            if (prefix != null) {
                statement = statement.param("prefix", prefix.value()).param("end", prefix.value() + AFTER_ALL);
            }
            return statement.query(UserRow::person).list();
        });
    }

    private <T> T read(Function<JdbcClient, T> queries) {
        return store.reader().read(queries);
    }
}
