package io.chatty.adapter.mongo;

import io.chatty.domain.StoreIdentityRepository;
import io.chatty.domain.auth.SessionRepository;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.conversation.MarkRepository;
import io.chatty.domain.conversation.MessageRepository;
import io.chatty.domain.conversation.ProbeRepository;
import io.chatty.domain.conversation.SyncRepository;
import io.chatty.domain.presence.LastSeenRepository;
import io.chatty.domain.user.UserRepository;
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
        ports = new Store(
                context.getBean(UserRepository.class),
                context.getBean(SessionRepository.class),
                context.getBean(ConversationRepository.class),
                context.getBean(MessageRepository.class),
                context.getBean(MarkRepository.class),
                context.getBean(SyncRepository.class),
                context.getBean(ProbeRepository.class),
                context.getBean(LastSeenRepository.class),
                context.getBean(StoreIdentityRepository.class));
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
