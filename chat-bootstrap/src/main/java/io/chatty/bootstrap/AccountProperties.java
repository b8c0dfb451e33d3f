package io.chatty.bootstrap;

import io.chatty.application.auth.RegistrationMode;
import io.chatty.application.user.DirectoryMode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who comes in and who is found.
 *
 * @param registration {@code open}: everybody may make an account; {@code closed}: only the operator makes accounts
 * @param directory {@code open}: everybody who lets himself be found is listed; {@code exact}: nobody is, and people are found
 *     by their exact e-mail
 */
@ConfigurationProperties("chatty")
record AccountProperties(
        @DefaultValue("open") RegistrationMode registration,
        @DefaultValue("open") DirectoryMode directory) {}
