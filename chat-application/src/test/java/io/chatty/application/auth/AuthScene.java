package io.chatty.application.auth;

import static org.mockito.Mockito.mock;

import io.chatty.domain.ClientAddress;
import io.chatty.domain.RateLimits;
import io.chatty.domain.auth.ClientLabel;
import io.chatty.domain.auth.Password;
import io.chatty.domain.auth.SessionNotifier;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserNotifier;
import io.chatty.testkit.FakeRateLimiter;
import io.chatty.testkit.RateFixtures;
import io.chatty.testkit.Store;
import io.chatty.testkit.TestClock;
import io.chatty.testkit.auth.FakeCommonPasswordRegistry;
import io.chatty.testkit.auth.FakeOneTimePasswordGenerator;
import io.chatty.testkit.auth.FakePasswordHasher;
import io.chatty.testkit.auth.FakeSessionIssuer;
import io.chatty.testkit.user.FakeUserIdGenerator;

/** The use cases of coming in and going out over an empty store in memory. */
final class AuthScene {

    static final Password PASSWORD = new Password("correct horse");
    static final ClientLabel FIREFOX = new ClientLabel("Firefox");
    static final ClientAddress HOME = ClientAddress.of("192.0.2.1");

    final Store store = Store.fake();
    final TestClock clock = new TestClock();
    final FakePasswordHasher hasher = new FakePasswordHasher();
    final SessionNotifier notifier = mock();
    final UserNotifier userNotifier = mock();
    final Relations relations = store.relations(clock);
    final AuthAssembly assembly;

    AuthScene() {
        this(RateFixtures.plenty());
    }

    AuthScene(RateLimits limits) {
        assembly = new AuthAssembly(
                new AuthAssembly.People(store.users(), store.blocks(), store.acquaintances(), relations),
                store.sessions(),
                new AuthAssembly.Notifiers(notifier, userNotifier),
                new AuthAssembly.Secrets(
                        new FakeUserIdGenerator(),
                        new FakeSessionIssuer(),
                        hasher,
                        new FakeOneTimePasswordGenerator(),
                        new FakeCommonPasswordRegistry()),
                new FakeRateLimiter(limits, clock),
                clock);
    }

    SignedIn registerAnna() {
        return register("anna@example.org", PASSWORD);
    }

    SignedIn register(String email, Password password) {
        return register(email, password, HOME);
    }

    SignedIn register(String email, Password password, ClientAddress from) {
        return assembly.register(RegistrationMode.OPEN)
                .register(new EmailAddress(email), new DisplayName("Anna Lee"), password, FIREFOX, from);
    }

    SignedIn logIn(String email, Password password) {
        return logIn(email, password, HOME);
    }

    SignedIn logIn(String email, Password password, ClientAddress from) {
        return assembly.logIn().logIn(email, password, null, from);
    }

    Authenticated authenticate(SignedIn person) {
        return assembly.authenticate().authenticate(person.token());
    }
}
