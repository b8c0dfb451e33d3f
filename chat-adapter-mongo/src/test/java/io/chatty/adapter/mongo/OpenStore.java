package io.chatty.adapter.mongo;

import io.chatty.testkit.Store;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A store that is open on a database, wired as in an application. */
public final class OpenStore implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Store ports;

    public OpenStore(String uri) {
        Map<String, Object> properties = Map.of(
                MongoStoreConfiguration.URI,
                uri,
                "chatty.mongo.allow-standalone",
                !MongoServer.shared().isReal());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.register(MongoStoreConfiguration.class);
        context.refresh();
        ports = Store.of(context::getBean);
    }

    public Store ports() {
        return ports;
    }

    public MongoStore mongo() {
        return context.getBean(MongoStore.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
