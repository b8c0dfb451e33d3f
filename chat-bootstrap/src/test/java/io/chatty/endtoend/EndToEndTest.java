package io.chatty.endtoend;

import io.chatty.bootstrap.Chatty;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * A test against the whole application on a random port, with a fresh data folder. All such tests share one running
 * server with raised limits, so each brings people of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Chatty.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "chatty.bcrypt-strength=4")
@TestPropertySource(RaisedLimits.RESOURCE)
@ContextConfiguration(initializers = FreshDataFolder.class)
@interface EndToEndTest {}
