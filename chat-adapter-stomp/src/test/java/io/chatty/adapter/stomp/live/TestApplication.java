package io.chatty.adapter.stomp.live;

import io.chatty.adapter.stomp.StompConfiguration;
import io.chatty.application.auth.AuthAssembly;
import io.chatty.application.auth.FindRevokedSessionsUseCase;
import io.chatty.application.auth.LogOutUseCase;
import io.chatty.application.conversation.ConversationAssembly;
import io.chatty.application.conversation.SignalTypingUseCase;
import io.chatty.application.conversation.UpdateReceiptsUseCase;
import io.chatty.application.presence.ConnectUseCase;
import io.chatty.application.presence.DisconnectUseCase;
import io.chatty.application.presence.ExpirePresenceUseCase;
import io.chatty.application.presence.PresenceAssembly;
import io.chatty.application.presence.ReportActivityUseCase;
import io.chatty.application.presence.WatchPresenceUseCase;
import io.chatty.domain.auth.SessionNotifier;
import io.chatty.domain.conversation.ChangeLimits;
import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.conversation.SyncReader;
import io.chatty.domain.presence.PresenceNotifier;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserNotifier;
import io.chatty.testkit.FakeRateLimiter;
import io.chatty.testkit.FakeStoreIdentityRepository;
import io.chatty.testkit.Store;
import io.chatty.testkit.TestClock;
import io.chatty.testkit.auth.FakeCommonPasswordRegistry;
import io.chatty.testkit.auth.FakeOneTimePasswordGenerator;
import io.chatty.testkit.auth.FakePasswordHasher;
import io.chatty.testkit.auth.FakeSessionIssuer;
import io.chatty.testkit.conversation.FakeClientMessageIdGenerator;
import io.chatty.testkit.presence.FakePresenceRegistry;
import io.chatty.testkit.user.FakeUserIdGenerator;
import io.chatty.wire.OriginPolicy;
import io.chatty.wire.ServerIdentity;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The transport on the real use cases, and these on stores in memory. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({JettyServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class})
@Import({StompConfiguration.class, FakePresenceRegistry.class})
class TestApplication {

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    @Bean
    ServerIdentity serverIdentity() {
        return new ServerIdentity("Chatty", "1.2.3");
    }

    @Bean
    OriginPolicy originPolicy() {
        return new OriginPolicy(null, Set.of("https://partner.example"));
    }

    @Bean
    FakeStoreIdentityRepository storeIdentity() {
        return new FakeStoreIdentityRepository();
    }

    @Bean
    Store store() {
        return Store.fake();
    }

    @Bean
    Relations relations(Store store, TestClock clock) {
        return store.relations(clock);
    }

    @Bean
    AuthAssembly auth(Store store, Relations relations, SessionNotifier notifier, UserNotifier users, TestClock clock) {
        AuthAssembly.Secrets secrets = new AuthAssembly.Secrets(
                new FakeUserIdGenerator(),
                new FakeSessionIssuer(),
                new FakePasswordHasher(),
                new FakeOneTimePasswordGenerator(),
                new FakeCommonPasswordRegistry());
        return new AuthAssembly(
                new AuthAssembly.People(store.users(), store.blocks(), store.acquaintances(), relations),
                store.sessions(),
                new AuthAssembly.Notifiers(notifier, users),
                secrets,
                FakeRateLimiter.generous(),
                clock);
    }

    @Bean
    Gatekeeper authenticate(AuthAssembly auth) {
        return new Gatekeeper(auth.authenticate());
    }

    @Bean
    LogOutUseCase logOut(AuthAssembly auth) {
        return auth.logOut();
    }

    @Bean
    FindRevokedSessionsUseCase findRevokedSessions(AuthAssembly auth) {
        return auth.findRevokedSessions();
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService waiting() {
        return Executors.newSingleThreadScheduledExecutor();
    }

    @Bean
    ConversationAssembly conversations(
            Store store,
            Relations relations,
            ConversationNotifier notifier,
            ScheduledExecutorService waiting,
            TestClock clock) {
        return new ConversationAssembly(
                new ConversationAssembly.Stores(
                        store.conversations(),
                        store.messages(),
                        store.marks(),
                        new SyncReader(store.sync(), store.identity(), relations)),
                relations,
                notifier,
                new FakeClientMessageIdGenerator(),
                new ChangeLimits(Duration.ofHours(24), 500),
                new ConversationAssembly.Workers(Runnable::run, waiting),
                clock);
    }

    @Bean
    Valve sendMessage(ConversationAssembly conversations) {
        return new Valve(conversations.sendMessage(FakeRateLimiter.generous()));
    }

    @Bean
    UpdateReceiptsUseCase updateReceipts(ConversationAssembly conversations) {
        return conversations.updateReceipts();
    }

    @Bean
    SignalTypingUseCase signalTyping(ConversationAssembly conversations) {
        return conversations.signalTyping();
    }

    @Bean
    PresenceAssembly presence(
            FakePresenceRegistry registry,
            Store store,
            Relations relations,
            PresenceNotifier notifier,
            TestClock clock) {
        return new PresenceAssembly(
                registry,
                store.lastSeen(),
                new PresenceAssembly.People(relations, store.acquaintances()),
                notifier,
                clock);
    }

    @Bean
    ConnectUseCase connect(PresenceAssembly presence) {
        return presence.connect();
    }

    @Bean
    DisconnectUseCase disconnect(PresenceAssembly presence) {
        return presence.disconnect();
    }

    @Bean
    ReportActivityUseCase reportActivity(PresenceAssembly presence) {
        return presence.reportActivity();
    }

    @Bean
    WatchPresenceUseCase watchPresence(PresenceAssembly presence) {
        return presence.watchPresence();
    }

    @Bean
    ExpirePresenceUseCase expirePresence(PresenceAssembly presence) {
        return presence.expirePresence();
    }
}
