package io.chatty.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.adapter.memory.MemoryProperties;
import io.chatty.adapter.stomp.StompProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class LimitLineTest {

    @Test
    void namesEachLimitThatIsNotTheDefaultWithBoth(CapturedOutput output) {
        start("chatty.limits.messages-per-second=7", "chatty.limits.ping-interval=5s", "chatty.limits.counted-keys=9");

        assertThat(output)
                .containsOnlyOnce("Limits that are not the default: counted-keys=9 (20000),"
                        + " messages-per-second=7 (5), ping-interval=PT5S (PT10S)");
    }

    @Test
    void saysNothingOfLimitsThatAre(CapturedOutput output) {
        start("chatty.limits.messages-per-second=5");

        assertThat(output).doesNotContain("Limits that");
    }

    private static void start(String... properties) {
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withPropertyValues(properties)
                .run(context -> new LimitLine()
                        .onStarted(new ApplicationStartedEvent(
                                new SpringApplication(),
                                new String[0],
                                (ConfigurableApplicationContext) context.getSourceApplicationContext(),
                                null)));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({RateProperties.class, StompProperties.class, MemoryProperties.class})
    static class Settings {}
}
