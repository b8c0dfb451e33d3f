package io.chatty.bootstrap;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long and how often messages may change. Times are written as {@code 24h} or {@code 15m}.
 *
 * @param editWindow from sending on, a text may be edited for this long; {@code 0} for never
 * @param changesPerMessage most edits and reactions of a message, those taken back included; deleting is always possible
 */
@ConfigurationProperties("chatty.limits")
record ChangeProperties(
        @DefaultValue("24h") Duration editWindow,
        @DefaultValue("500") int changesPerMessage) {

    /** @throws IllegalArgumentException if a limit is negative */
    ChangeProperties {
        if (editWindow.isNegative()) {
            throw new IllegalArgumentException("chatty.limits.edit-window must not be negative");
        }
        if (changesPerMessage < 0) {
            throw new IllegalArgumentException("chatty.limits.changes-per-message must not be negative");
        }
    }
}
