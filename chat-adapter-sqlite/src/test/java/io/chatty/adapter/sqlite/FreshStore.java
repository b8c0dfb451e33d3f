package io.chatty.adapter.sqlite;

import io.chatty.testkit.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/** Gives each test a store in a folder of its own. */
public final class FreshStore implements BeforeEachCallback, AfterEachCallback {

    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // made before each test
    private OpenStore store;

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        folder = Files.createTempDirectory("chatty");
        store = new OpenStore(folder);
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        open().close();
        FileSystemUtils.deleteRecursively(folder);
    }

    public Store ports() {
        return open().ports();
    }

    public SqliteStore sqlite() {
        return open().sqlite();
    }

    public Path folder() {
        return folder;
    }

    /** Closes the store in an orderly way and opens it again. */
    public void reopen() {
        open().close();
        store = new OpenStore(folder);
    }

    private OpenStore open() {
        return Objects.requireNonNull(store, "only during a test");
    }
}
