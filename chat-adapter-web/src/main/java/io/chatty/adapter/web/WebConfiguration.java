package io.chatty.adapter.web;

import io.chatty.domain.StoreIdentityRepository;
import io.chatty.wire.OriginPolicy;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;

/**
 * Everything that answers HTTP. Expects the use cases as beans, and {@link io.chatty.wire.OriginPolicy},
 * {@link io.chatty.wire.ServerIdentity} and the identity of the store.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties({WebProperties.class, ProxyProperties.class})
@PropertySource("classpath:/io/chatty/adapter/web/web.properties")
public class WebConfiguration {

    @Bean
    Cursors cursors(StoreIdentityRepository stores) {
        return new Cursors(stores.identity().cursorKey());
    }

    @Bean
    Problems problems(OriginPolicy origins) {
        return new Problems(origins);
    }

    @Bean
    OriginGuard originGuard(OriginPolicy origins) {
        return new OriginGuard(origins);
    }

    @Bean
    SessionCookies sessionCookies(OriginPolicy origins) {
        return new SessionCookies(origins);
    }

    /** Named by the group of readiness. */
    @Bean
    HealthIndicator messagePathHealthIndicator(MessagePath path) {
        return () -> (path.isSound() ? Health.up() : Health.down()).build();
    }

    /** Stands around everything else, so that no answer leaves without its headers. */
    @Bean
    FilterRegistrationBean<AnswerFilter> answerFilter(Problems problems, OriginPolicy origins) {
        var registration = new FilterRegistrationBean<>(new AnswerFilter(problems, origins));
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
