package io.chatty.adapter.stomp.live;

import io.chatty.application.auth.LogOutUseCase;
import io.chatty.application.conversation.ConversationAssembly;
import io.chatty.application.conversation.SendMessageCommand;
import io.chatty.application.conversation.SendMessageCommand.Target.ToPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.Handshake;
import io.chatty.conformance.protocol.StompConnection;
import io.chatty.conformance.protocol.StompFrame;
import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionToken;
import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.conversation.ProbeRegistry;
import io.chatty.domain.presence.PresenceState;
import io.chatty.domain.user.User;
import io.chatty.testkit.Store;
import io.chatty.testkit.TestClock;
import io.chatty.testkit.auth.SessionFixtures;
import io.chatty.testkit.presence.FakePresenceRegistry;
import io.chatty.testkit.user.UserFixtures;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The running transport, and people to use it. */
final class TestServer {

    static final int SOCKETS_PER_USER = 5;
    static final int UNAUTHENTICATED_SOCKETS = 30;
    static final Duration CONNECT_TIMEOUT = Duration.ofMillis(1500);
    static final Duration SILENCE_LIMIT = Duration.ofSeconds(2);

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final ConfigurableApplicationContext context;
    private final ChattyServer client;

    private TestServer(ConfigurableApplicationContext context) {
        this.context = context;
        this.client =
                ChattyServer.at("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** The one that all tests share which leave it running. */
    static TestServer shared() {
        return Shared.SERVER;
    }

    static TestServer start() {
        return new TestServer(new SpringApplicationBuilder(TestApplication.class)
                .properties(
                        "server.port=0",
                        "spring.main.banner-mode=off",
                        "spring.main.register-shutdown-hook=false",
                        "chatty.limits.sockets-per-user=" + SOCKETS_PER_USER,
                        "chatty.limits.unauthenticated-sockets-per-address=" + UNAUTHENTICATED_SOCKETS,
                        "chatty.limits.connect-timeout=" + CONNECT_TIMEOUT.toMillis() + "ms",
                        "chatty.limits.silence-limit=" + SILENCE_LIMIT.toMillis() + "ms",
                        "chatty.limits.ping-interval=300ms",
                        "chatty.limits.send-time-limit=1s",
                        "chatty.limits.drain-timeout=700ms",
                        "chatty.limits.close-grace=500ms",
                        "chatty.limits.revocation-check=200ms",
                        "chatty.limits.sweep-interval=50ms")
                .run());
    }

    void stop() {
        context.close();
    }

    ChattyServer client() {
        return client;
    }

    ProbeRegistry probes() {
        return context.getBean(ProbeRegistry.class);
    }

    ConversationNotifier conversationNotifier() {
        return context.getBean(ConversationNotifier.class);
    }

    ConversationAssembly conversations() {
        return context.getBean(ConversationAssembly.class);
    }

    TestClock clock() {
        return context.getBean(TestClock.class);
    }

    Valve sending() {
        return context.getBean(Valve.class);
    }

    Gatekeeper gate() {
        return context.getBean(Gatekeeper.class);
    }

    Person newPerson() {
        String word = "p" + PEOPLE.incrementAndGet();
        User user = UserFixtures.user(word);
        context.getBean(Store.class).users().add(user);
        return signIn(user, word);
    }

    /** The same person with another session. */
    Person signInAgain(Person person) {
        User user = context.getBean(Store.class).users().findById(person.user()).orElseThrow();
        return signIn(user, "p" + PEOPLE.incrementAndGet());
    }

    private Person signIn(User user, String word) {
        Session session = SessionFixtures.sessionAt(word, user, clock().instant());
        context.getBean(Store.class).sessions().add(session);
        SessionToken token = SessionFixtures.token(word);
        return new Person(user.id(), session, token.value());
    }

    void logOut(Person person) {
        context.getBean(LogOutUseCase.class).logOut(person.session());
    }

    /** Ends a session as another process does, which cannot tell this one. */
    void revokeElsewhere(Person person) {
        context.getBean(Store.class).sessions().revoke(person.session().id(), clock().instant());
    }

    PresenceState stateOf(Person person) {
        return context.getBean(FakePresenceRegistry.class).stateOf(person.user());
    }

    /** Somebody says something to somebody, not over this transport; answers the id of their conversation. */
    String say(Person one, Person other, String text) {
        SendMessageCommand message =
                new SendMessageCommand(one.user(), new ToPerson(other.user()), null, new MessageText(text), null, null);
        return sending()
                .send(message)
                .toCompletableFuture()
                .join()
                .message()
                .conversationId()
                .value();
    }

    /** Two people who have said something to each other: the id of their conversation. */
    String conversationOf(Person one, Person other) {
        return say(one, other, "hello");
    }

    /** A socket on which nothing was said. */
    StompConnection open() {
        return client.openStomp(Handshake.STOMP);
    }

    /** A session of somebody without any subscription. */
    StompConnection connect(Person person) {
        StompConnection connection = open();
        connection.connect(StompFrame.connect(person.token()));
        return connection;
    }

    /** A session of somebody that listens to events and replies. */
    ChattySession session(Person person) {
        return ChattySession.open(client, Handshake.STOMP, StompFrame.connect(person.token()));
    }

    private static final class Shared {
        static final TestServer SERVER = start();
    }
}
