package io.chatty.adapter.sqlite;

import io.chatty.testkit.Store;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A store that is open on a folder, wired as in an application. */
public final class OpenStore implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Store ports;

    public OpenStore(Path folder) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("chatty.data", folder.toString())));
        context.register(SqliteStoreConfiguration.class);
        context.refresh();
        ports = Store.of(context::getBean);
    }

    public Store ports() {
        return ports;
    }

    public SqliteStore sqlite() {
        return context.getBean(SqliteStore.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
