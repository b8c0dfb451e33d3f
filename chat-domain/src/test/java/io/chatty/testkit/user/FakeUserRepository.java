package io.chatty.testkit.user;

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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Users in memory. */
public final class FakeUserRepository implements UserRepository {

    private static final Comparator<DirectoryPosition> DIRECTORY_ORDER = Comparator.comparing(
                    (DirectoryPosition position) -> position.name().value())
            .thenComparing(DirectoryPosition::id);

    private final Map<UserId, User> users = new LinkedHashMap<>();

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
    public synchronized Map<UserId, Person> findPeople(Collection<UserId> ids) {
        return users.values().stream()
                .filter(user -> ids.contains(user.id()))
                .collect(Collectors.toMap(User::id, User::person));
    }

    @Override
    public synchronized boolean replacePasswordHash(UserId id, PasswordHash expected, PasswordHash replacement) {
        User user = users.get(id);
        if (user == null || !user.passwordHash().equals(expected)) {
            return false;
        }
        users.put(id, new User(id, user.email(), user.name(), replacement, user.preferences(), user.createdAt()));
        return true;
    }

    @Override
    public synchronized List<Person> browse(DirectoryQuery query) {
        return users.values().stream()
                .filter(user -> user.preferences().discoverable() && !user.id().equals(query.viewer()))
                .map(User::person)
                .filter(person -> query.prefix() == null || isFound(person, query.prefix()))
                .filter(person -> query.after() == null
                        || DIRECTORY_ORDER.compare(DirectoryPosition.of(person), query.after()) > 0)
                .sorted(Comparator.comparing(DirectoryPosition::of, DIRECTORY_ORDER))
                .limit(query.limit())
                .toList();
    }

    private static boolean isFound(Person person, NameKey prefix) {
        return NameKey.of(person.name().value()).tails().stream().anyMatch(tail -> tail.startsWith(prefix.value()));
    }
}
