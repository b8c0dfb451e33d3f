package io.chatty.adapter.sqlite.user;

import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.adapter.sqlite.WriteConnection;
import io.chatty.domain.user.DirectoryPosition;
import io.chatty.domain.user.DirectoryQuery;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.NameKey;
import io.chatty.domain.user.PasswordHash;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.Preferences;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Users in the tables {@code users} and {@code name_tail}. */
@Component
final class SqliteUserRepository implements UserRepository {

    private static final String INSERT_USER = """
            INSERT INTO users (id, email, email_folded, name, name_folded, password_hash,
                read_receipts, presence, discoverable, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (email_folded) DO NOTHING
            """;

    private static final String INSERT_TAIL =
            "INSERT INTO name_tail (tail, user) SELECT ?, key FROM users WHERE id = ?";

    private static final String REPLACE_HASH =
            "UPDATE users SET password_hash = ? WHERE id = ? AND password_hash = ? AND deleted_at IS NULL";

    private static final String SELECT_USER = """
            SELECT id, email, name, password_hash, read_receipts, presence, discoverable, created_at
            FROM users WHERE deleted_at IS NULL AND\
            """;

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
        return store.writer().call(connection -> insert(connection, user));
    }

    @Override
    public Optional<User> findById(UserId id) {
        return read(client -> client.sql(SELECT_USER + " id = ?")
                .param(id.value())
                .query(SqliteUserRepository::user)
                .optional());
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return read(client -> client.sql(SELECT_USER + " email_folded = ?")
                .param(email.folded())
                .query(SqliteUserRepository::user)
                .optional());
    }

    @Override
    public Map<UserId, Person> findPeople(Collection<UserId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<String> values = ids.stream().map(UserId::value).distinct().toList();
        return read(client -> client.sql("SELECT id, name FROM users WHERE deleted_at IS NULL AND id IN (:ids)")
                        .param("ids", values)
                        .query(SqliteUserRepository::person)
                        .list())
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    @Override
    public boolean replacePasswordHash(UserId id, PasswordHash expected, PasswordHash replacement) {
        return store.writer()
                        .call(connection ->
                                connection.update(REPLACE_HASH, replacement.value(), id.value(), expected.value()))
                == 1;
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
            return statement.query(SqliteUserRepository::person).list();
        });
    }

    private <T> T read(Function<JdbcClient, T> queries) {
        return store.reader().read(queries);
    }

    private static boolean insert(WriteConnection connection, User user) throws SQLException {
        NameKey nameKey = NameKey.of(user.name().value());
        int inserted = connection.update(
                INSERT_USER,
                user.id().value(),
                user.email().value(),
                user.email().folded(),
                user.name().value(),
                nameKey.value(),
                user.passwordHash().value(),
                flag(user.preferences().readReceipts()),
                flag(user.preferences().presence()),
                flag(user.preferences().discoverable()),
                user.createdAt().toEpochMilli());
        if (inserted == 0) {
            return false;
        }
        for (String tail : nameKey.tails()) {
            connection.update(INSERT_TAIL, tail, user.id().value());
        }
        return true;
    }

    private static int flag(boolean set) {
        return set ? 1 : 0;
    }

    private static User user(ResultSet row, int number) throws SQLException {
        return new User(
                new UserId(row.getString("id")),
                new EmailAddress(row.getString("email")),
                new DisplayName(row.getString("name")),
                new PasswordHash(row.getString("password_hash")),
                new Preferences(
                        row.getBoolean("read_receipts"), row.getBoolean("presence"), row.getBoolean("discoverable")),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(new UserId(row.getString("id")), new DisplayName(row.getString("name")));
    }
}
