package io.chatty.adapter.stomp.live;

import io.chatty.adapter.stomp.StompConfiguration;
import io.chatty.application.auth.AuthAssembly;
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
import io.chatty.testkit.FakeRateLimiter;
import io.chatty.testkit.FakeStoreIdentityRepository;
import io.chatty.testkit.TestClock;
import io.chatty.testkit.auth.FakeCommonPasswordRegistry;
import io.chatty.testkit.auth.FakePasswordHasher;
import io.chatty.testkit.auth.FakeSessionIssuer;
import io.chatty.testkit.auth.FakeSessionRepository;
import io.chatty.testkit.conversation.FakeClientMessageIdGenerator;
import io.chatty.testkit.conversation.FakeConversationRepository;
import io.chatty.testkit.conversation.FakeConversations;
import io.chatty.testkit.conversation.FakeMarkRepository;
import io.chatty.testkit.conversation.FakeMessageRepository;
import io.chatty.testkit.conversation.FakeSyncRepository;
import io.chatty.testkit.presence.FakeLastSeenRepository;
import io.chatty.testkit.presence.FakePresenceRegistry;
import io.chatty.testkit.user.FakeUserIdGenerator;
import io.chatty.testkit.user.FakeUserRepository;
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
@Import({StompConfiguration.class, FakeUserRepository.class, FakeSessionRepository.class, FakePresenceRegistry.class})
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
    AuthAssembly auth(
            FakeUserRepository users, FakeSessionRepository sessions, SessionNotifier notifier, TestClock clock) {
        AuthAssembly.Secrets secrets = new AuthAssembly.Secrets(
                new FakeUserIdGenerator(),
                new FakeSessionIssuer(),
                new FakePasswordHasher(),
                new FakeCommonPasswordRegistry());
        return new AuthAssembly(users, sessions, notifier, secrets, FakeRateLimiter.generous(), clock);
    }

    @Bean
    Gatekeeper authenticate(AuthAssembly auth) {
        return new Gatekeeper(auth.authenticate());
    }

    @Bean
    LogOutUseCase logOut(AuthAssembly auth) {
        return auth.logOut();
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService waiting() {
        return Executors.newSingleThreadScheduledExecutor();
    }

    @Bean
    ConversationAssembly conversations(
            FakeUserRepository users,
            ConversationNotifier notifier,
            ScheduledExecutorService waiting,
            TestClock clock) {
        FakeConversations store = new FakeConversations();
        return new ConversationAssembly(
                new ConversationAssembly.Stores(
                        new FakeConversationRepository(store),
                        new FakeMessageRepository(store),
                        new FakeMarkRepository(store),
                        new SyncReader(new FakeSyncRepository(store), new FakeStoreIdentityRepository()),
                        users),
                notifier,
                new FakeClientMessageIdGenerator(),
                new ChangeLimits(Duration.ofHours(24), 500),
                new ConversationAssembly.Workers(Runnable::run, waiting),
                clock);
    }

    @Bean
    Valve sendMessage(ConversationAssembly conversations) {
        return new Valve(conversations.sendMessage());
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
    PresenceAssembly presence(FakePresenceRegistry registry, PresenceNotifier notifier, TestClock clock) {
        return new PresenceAssembly(
                registry,
                new FakeLastSeenRepository(),
                new FakeConversationRepository(new FakeConversations()),
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
