package io.chatty.bootstrap;

import static java.util.Objects.requireNonNull;

import io.chatty.wire.ServerIdentity;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Says in one line that the application is ready: where, on which store, in which version, after how many seconds. */
class ReadyLine {

    private static final Logger log = LoggerFactory.getLogger(ReadyLine.class);

    private final ServerIdentity server;
    private final ServerProperties properties;
    private final StoreDescription store;
    private final Environment environment;

    ReadyLine(ServerIdentity server, ServerProperties properties, StoreDescription store, Environment environment) {
        this.server = server;
        this.properties = properties;
        this.store = store;
        this.environment = environment;
    }

    @EventListener
    void onReady(ApplicationReadyEvent event) {
        log.info(
                "{} {} is ready at {} ({} in {}, {} s)",
                server.name(),
                server.version(),
                address(),
                store.name(),
                store.place(),
                String.format(
                        Locale.ROOT,
                        "%.1f",
                        requireNonNull(event.getTimeTaken()).toMillis() / 1000.0));
    }

    private String address() {
        if (properties.publicUrl() != null) {
            return properties.publicUrl().toString();
        }
        return "http://localhost:" + environment.getProperty("local.server.port");
    }
}
