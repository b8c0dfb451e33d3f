package io.chatty.testkit.user;

import io.chatty.domain.user.Account;
import io.chatty.domain.user.Admission;
import io.chatty.domain.user.DirectoryPosition;
import io.chatty.domain.user.DirectoryQuery;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.NameKey;
import io.chatty.domain.user.PasswordHash;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.Preferences;
import io.chatty.domain.user.ProfileChange;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Users in memory. */
public final class FakeUserRepository implements UserRepository {

    private static final Comparator<DirectoryPosition> DIRECTORY_ORDER = Comparator.comparing(
                    (DirectoryPosition position) -> position.name().value())
            .thenComparing(DirectoryPosition::id);

    private final Map<UserId, User> users = new LinkedHashMap<>();

    /** Whose accounts are deleted; true while something of theirs may be left. */
    private final Map<UserId, Boolean> deleted = new LinkedHashMap<>();

    @Override
    public synchronized boolean add(User user) {
        if (findByEmail(user.email()).isPresent()) {
            return false;
        }
        users.put(user.id(), user);
        return true;
    }

    @Override
    public synchronized Optional<User> findById(UserId id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public synchronized Optional<User> findByEmail(EmailAddress email) {
        return users.values().stream()
                .filter(user -> user.email().folded().equals(email.folded()))
                .findFirst();
    }

    @Override
    public synchronized Map<UserId, Account> findAccounts(Collection<UserId> ids) {
        Map<UserId, Account> found = new HashMap<>();
        for (UserId id : ids) {
            User user = users.get(id);
            if (user != null) {
                found.put(id, new Account(user.person(), user.preferences()));
            } else if (deleted.containsKey(id)) {
                found.put(id, new Account(new Person(id, null), Preferences.DEFAULT));
            }
        }
        return found;
    }

    @Override
    public synchronized Optional<User> change(UserId id, ProfileChange change) {
        return Optional.ofNullable(users.computeIfPresent(id, (key, user) -> user.change(change)));
    }

    @Override
    public synchronized boolean replacePassword(User expected, PasswordHash replacement, Admission then) {
        User user = users.get(expected.id());
        if (user == null || !user.hasPasswordOf(expected)) {
            return false;
        }
        users.put(user.id(), user.withPassword(replacement, then));
        return true;
    }

    @Override
    public synchronized void admit(UserId id, Admission admission) {
        users.computeIfPresent(id, (key, user) -> user.admitted(admission));
    }

    @Override
    public synchronized boolean delete(UserId id, Instant now) {
        if (users.remove(id) == null) {
            return false;
        }
        deleted.put(id, true);
        return true;
    }

    @Override
    public synchronized List<UserId> findUnfinishedDeletions() {
        return deleted.keySet().stream().filter(deleted::get).toList();
    }

    @Override
    public synchronized void finishDeletion(UserId id) {
        deleted.computeIfPresent(id, (key, unfinished) -> false);
    }

    @Override
    public synchronized List<User> list(@Nullable UserId after, int limit) {
        return users.values().stream()
                .filter(user -> after == null || user.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(User::id))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Person> browse(DirectoryQuery query) {
        return users.values().stream()
                .filter(user -> user.preferences().discoverable() && !user.id().equals(query.viewer()))
                .filter(user -> query.prefix() == null || isFound(user, query.prefix()))
                .map(User::person)
                .filter(person -> query.after() == null
                        || DIRECTORY_ORDER.compare(DirectoryPosition.of(person), query.after()) > 0)
                .sorted(Comparator.comparing(DirectoryPosition::of, DIRECTORY_ORDER))
                .limit(query.limit())
                .toList();
    }

    private static boolean isFound(User user, NameKey prefix) {
        return NameKey.of(user.name().value()).tails().stream().anyMatch(tail -> tail.startsWith(prefix.value()));
    }
}
