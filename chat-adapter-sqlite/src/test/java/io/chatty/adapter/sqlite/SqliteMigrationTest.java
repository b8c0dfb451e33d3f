package io.chatty.adapter.sqlite;

import io.chatty.domain.conversation.AuditRepository;
import io.chatty.testkit.FirstSchemaContract;
import io.chatty.testkit.Store;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

class SqliteMigrationTest extends FirstSchemaContract {

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private OpenStore store;

    private final AnnotationConfigApplicationContext check = new AnnotationConfigApplicationContext();

    @BeforeEach
    void open() {
        OldData.restoreSchema1(folder);
        store = new OpenStore(folder);
    }

    @AfterEach
    void close() {
        check.close();
        store.close();
    }

    @Override
    protected Store store() {
        return store.ports();
    }

    @Override
    protected AuditRepository audit() {
        check.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("chatty.data", folder.toString())));
        check.register(SqliteCheckConfiguration.class);
        check.refresh();
        return check.getBean(AuditRepository.class);
    }

    @Override
    protected String epoch() {
        return "WPHyuFm2GhU7T1qr4eI96w";
    }

    @Override
    protected boolean hasChanges() {
        return true;
    }
}
