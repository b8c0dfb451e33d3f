package io.chatty.adapter.web;

import io.chatty.application.auth.RegistrationMode;
import io.chatty.application.conversation.CheckMessagePathUseCase;
import io.chatty.application.user.DirectoryMode;
import io.chatty.domain.Quota;
import io.chatty.domain.RateLimit;
import io.chatty.domain.RateLimits;
import io.chatty.domain.StoreIdentityRepository;
import io.chatty.domain.conversation.ChangeLimits;
import io.chatty.testkit.FakeStoreIdentityRepository;
import io.chatty.testkit.RateFixtures;
import io.chatty.wire.OriginPolicy;
import io.chatty.wire.ServerIdentity;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** What the application adds to the web adapter, in its smallest form. */
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import(WebConfiguration.class)
class TestServer {

    @Bean
    StoreIdentityRepository stores() {
        return new FakeStoreIdentityRepository();
    }

    @Bean
    ServerIdentity identity() {
        return new ServerIdentity("Chatty", "1.2.3");
    }

    @Bean
    OriginPolicy origins(Environment environment) {
        return new OriginPolicy(
                publicUrl(environment.getProperty("chatty.public-url")),
                Set.of(environment.getProperty("chatty.allowed-origins", String[].class, new String[0])));
    }

    @Bean
    DirectoryMode directoryMode() {
        return DirectoryMode.OPEN;
    }

    @Bean
    RegistrationMode registrationMode() {
        return RegistrationMode.CLOSED;
    }

    @Bean
    CheckMessagePathUseCase checkMessagePath() {
        return () -> CompletableFuture.completedFuture(true);
    }

    @Bean
    ChangeLimits changeLimits() {
        return new ChangeLimits(Duration.ofMinutes(15), 500);
    }

    @Bean
    RateLimits rateLimits() {
        return RateFixtures.plentyBut(RateLimit.MESSAGES, new Quota(60, 5, Duration.ofSeconds(1)));
    }

    private static @Nullable URI publicUrl(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }
}
