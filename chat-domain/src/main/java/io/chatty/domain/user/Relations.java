package io.chatty.domain.user;

import io.chatty.domain.user.RelationEvent.AccountChanged;
import io.chatty.domain.user.RelationEvent.BlockAnnounced;
import io.chatty.domain.user.RelationEvent.BlockChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Knows what stands between people: their accounts and preferences, blocks, and who may address whom. Asked for every
 * message, so it remembers for {@link #MEMORY}; what is changed through it is seen at once. Thread-safe.
 *
 * <p>Every method may throw {@code TEMPORARILY_UNAVAILABLE}.
 */
public final class Relations {

    /** For this long a change that another process made may not be seen. */
    public static final Duration MEMORY = Duration.ofSeconds(30);

    private static final int REMEMBERED = 50_000;

    private final UserRepository users;
    private final BlockRepository blocks;
    private final AcquaintanceRepository acquaintances;
    private final Remembered<UserId, Account> accounts;
    private final Remembered<Pair, Blocks> standing;
    private final Remembered<Pair, Boolean> acquainted;
    private final List<Consumer<RelationEvent>> followers = new CopyOnWriteArrayList<>();

    public Relations(UserRepository users, BlockRepository blocks, AcquaintanceRepository acquaintances, Clock clock) {
        this.users = users;
        this.blocks = blocks;
        this.acquaintances = acquaintances;
        this.accounts = new Remembered<>(REMEMBERED, MEMORY, clock);
        this.standing = new Remembered<>(REMEMBERED, MEMORY, clock);
        this.acquainted = new Remembered<>(REMEMBERED, MEMORY, clock);
    }

    /** Tells somebody of every change from now on, within the call that makes it. */
    public void follow(Consumer<RelationEvent> follower) {
        followers.add(follower);
    }

    /** The account of a person; empty for an id that was never given out. */
    public Optional<Account> account(UserId person) {
        return Optional.ofNullable(accounts(List.of(person)).get(person));
    }

    private Map<UserId, Account> accounts(Collection<UserId> people) {
        return accounts.get(people, users::findAccounts);
    }

    /** What there is between a viewer and others; ids that were never given out are absent, and so is the viewer. */
    public Map<UserId, Relation> between(UserId viewer, Collection<UserId> others) {
        Set<UserId> people = new HashSet<>(others);
        people.add(viewer);
        Map<UserId, Account> known = accounts(people);
        Account own = known.remove(viewer);
        if (own == null || known.isEmpty()) {
            return Map.of();
        }
        Map<Pair, Blocks> between = standing.get(
                known.keySet().stream().map(other -> new Pair(viewer, other)).toList(), pairs -> look(viewer, pairs));
        Map<UserId, Relation> relations = new HashMap<>();
        known.forEach((id, other) -> {
            Blocks both = between.getOrDefault(new Pair(viewer, id), Blocks.NONE);
            relations.put(id, new Relation(own, other, both.outgoing(), both.incoming()));
        });
        return relations;
    }

    /** What there is between two people; empty for an id that was never given out, and for the viewer. */
    public Optional<Relation> between(UserId viewer, UserId other) {
        return Optional.ofNullable(between(viewer, List.of(other)).get(other));
    }

    private Map<Pair, Blocks> look(UserId viewer, Set<Pair> pairs) {
        Map<Pair, Blocks> found = new HashMap<>();
        pairs.forEach(pair -> found.put(pair, Blocks.NONE));
        for (Block block :
                blocks.findBetween(viewer, pairs.stream().map(Pair::other).toList())) {
            boolean outgoing = block.blocker().equals(viewer);
            found.merge(
                    new Pair(viewer, outgoing ? block.blocked() : block.blocker()),
                    new Blocks(outgoing, !outgoing),
                    Blocks::and);
        }
        return found;
    }

    /**
     * Whom a viewer may address, look at or block: everybody who is {@linkplain Account#isAddressable addressable}, and oneself.
     *
     * @return the accounts of those of the people whom the viewer may address
     */
    public Map<UserId, Account> addressable(UserId viewer, Collection<UserId> people) {
        Map<UserId, Account> found = accounts(people);
        found.values().removeIf(Account::isDeleted);
        Set<UserId> hidden = found.values().stream()
                .filter(account -> !account.isAddressable(false))
                .map(Account::id)
                .filter(person -> !person.equals(viewer))
                .collect(Collectors.toSet());
        if (!hidden.isEmpty()) {
            hidden.removeAll(acquaintancesAmong(viewer, hidden));
            found.keySet().removeAll(hidden);
        }
        return found;
    }

    /** Remembered, since it is asked for every message to somebody who hides; who is acquainted once stays so. */
    private Set<UserId> acquaintancesAmong(UserId viewer, Set<UserId> others) {
        return acquainted
                .get(
                        others.stream().map(other -> new Pair(viewer, other)).toList(),
                        pairs -> acquaintances
                                .findAmong(
                                        viewer, pairs.stream().map(Pair::other).toList())
                                .stream()
                                .collect(Collectors.toMap(other -> new Pair(viewer, other), other -> true)))
                .keySet()
                .stream()
                .map(Pair::other)
                .collect(Collectors.toSet());
    }

    /** The account of a person whom the viewer may address; empty for anybody else, as for an id never given out. */
    public Optional<Account> addressable(UserId viewer, UserId person) {
        return Optional.ofNullable(addressable(viewer, List.of(person)).get(person));
    }

    /** A person's account is deleted. */
    public void deleted(UserId person) {
        changed(person, Set.of(AccountField.values()));
    }

    /**
     * A person's account is another one now.
     *
     * @param fields what may be another
     */
    public void changed(UserId person, Set<AccountField> fields) {
        accounts.forget(person);
        tell(new AccountChanged(person, fields));
    }

    /**
     * Blocks a person. The first block between two people keeps what each was shown of the other until then.
     *
     * @return whether this call did it; false if it stood already
     */
    public boolean block(UserId blocker, UserId blocked, Instant now) {
        if (blocks.findBetween(blocker, List.of(blocked)).isEmpty()) {
            tell(new BlockAnnounced(blocker, blocked));
        }
        return changed(blocks.add(new Block(blocker, blocked, now)), blocker, blocked);
    }

    /**
     * Ends a block.
     *
     * @return whether this call did it; false if there was none
     */
    public boolean unblock(UserId blocker, UserId blocked) {
        return changed(blocks.remove(blocker, blocked), blocker, blocked);
    }

    private boolean changed(boolean changed, UserId blocker, UserId blocked) {
        standing.forget(new Pair(blocker, blocked));
        standing.forget(new Pair(blocked, blocker));
        if (changed) {
            tell(new BlockChanged(blocker, blocked));
        }
        return changed;
    }

    private void tell(RelationEvent event) {
        followers.forEach(follower -> follower.accept(event));
    }

    private record Pair(UserId viewer, UserId other) {}

    private record Blocks(boolean outgoing, boolean incoming) {

        static final Blocks NONE = new Blocks(false, false);

        Blocks and(Blocks more) {
            return new Blocks(outgoing || more.outgoing, incoming || more.incoming);
        }
    }
}
