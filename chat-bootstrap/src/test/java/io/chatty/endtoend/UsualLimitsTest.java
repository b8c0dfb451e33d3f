package io.chatty.endtoend;

import io.chatty.bootstrap.Chatty;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole application with the limits that it has by default, behind a proxy that runs where the tests do,
 * so that each test can come {@linkplain Addresses from an address of its own}. All such tests share one running server.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Chatty.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"chatty.bcrypt-strength=4", "chatty.trusted-proxies=127.0.0.1"})
@ContextConfiguration(initializers = FreshDataFolder.class)
@interface UsualLimitsTest {}
