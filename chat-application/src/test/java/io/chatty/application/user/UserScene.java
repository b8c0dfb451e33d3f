package io.chatty.application.user;

import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.mockito.Mockito.mock;

import io.chatty.domain.ClientAddress;
import io.chatty.domain.RateLimiter;
import io.chatty.domain.RateLimits;
import io.chatty.domain.user.ProfileChange;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserNotifier;
import io.chatty.testkit.FakeRateLimiter;
import io.chatty.testkit.RateFixtures;
import io.chatty.testkit.Store;
import io.chatty.testkit.TestClock;
import java.util.List;

/** The use cases of users over a store in memory, in which Anna, Bob and Cara are registered. */
final class UserScene {

    static final ClientAddress HOME = ClientAddress.of("192.0.2.1");

    final Store store = Store.fake();
    final TestClock clock = new TestClock();
    final UserNotifier notifier = mock();
    final Relations relations = store.relations(clock);
    final UserAssembly assembly = assembly(DirectoryMode.OPEN);
    final RateLimiter limiter;

    UserScene() {
        this(RateFixtures.plenty());
    }

    UserScene(RateLimits limits) {
        limiter = new FakeRateLimiter(limits, clock);
        List.of(CARA, ANNA, BOB).forEach(store.users()::add);
    }

    UserAssembly assembly(DirectoryMode mode) {
        return new UserAssembly(
                new UserAssembly.Stores(store.users(), store.blocks(), store.acquaintances()),
                relations,
                notifier,
                mode,
                clock);
    }

    /** A person is not found any more by those who have no message in common. */
    void hide(User person) {
        change(person, new ProfileChange(null, null, null, false));
    }

    User change(User person, ProfileChange change) {
        return assembly.changeProfile().change(person.id(), change);
    }
}
