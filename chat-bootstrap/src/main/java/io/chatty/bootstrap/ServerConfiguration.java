package io.chatty.bootstrap;

import io.chatty.domain.RateLimits;
import io.chatty.wire.OriginPolicy;
import io.chatty.wire.ServerIdentity;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What both transports must know of the server they belong to. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ServerProperties.class, RateProperties.class})
@Import({ReadyLine.class, LimitLine.class})
class ServerConfiguration {

    @Bean
    ServerIdentity serverIdentity(ServerProperties properties) {
        return new ServerIdentity("Chatty", properties.version());
    }

    @Bean
    OriginPolicy originPolicy(ServerProperties properties) {
        return new OriginPolicy(properties.publicUrl(), properties.allowedOrigins());
    }

    @Bean
    RateLimits rateLimits(RateProperties properties) {
        return properties.limits();
    }
}
