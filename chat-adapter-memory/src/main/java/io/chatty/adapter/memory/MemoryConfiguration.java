package io.chatty.adapter.memory;

import io.chatty.domain.RateLimiter;
import io.chatty.domain.RateLimits;
import io.github.bucket4j.TimeMeter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Provides the driven ports for volatile state, for a single node. Expects {@link RateLimits} as a bean. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties(MemoryProperties.class)
public class MemoryConfiguration {

    @Bean
    RateLimiter rateLimiter(RateLimits limits, MemoryProperties properties) {
        return new MemoryRateLimiter(limits, properties.countedKeys(), TimeMeter.SYSTEM_NANOTIME);
    }
}
