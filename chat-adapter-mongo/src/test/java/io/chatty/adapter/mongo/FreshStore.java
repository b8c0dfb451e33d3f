package io.chatty.adapter.mongo;

import io.chatty.testkit.Store;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives each test a store in a database of its own. */
public final class FreshStore implements BeforeEachCallback, AfterEachCallback {

    private String uri = "";

    @SuppressWarnings("NullAway.Init") // made before each test
    private OpenStore store;

    private @Nullable OpenStore other;

    @Override
    public void beforeEach(ExtensionContext test) {
        uri = MongoServer.shared().freshDatabase();
        store = new OpenStore(uri);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (other != null) {
            other.close();
            other = null;
        }
        open().close();
        MongoServer.shared().drop(uri);
    }

    public Store ports() {
        return open().ports();
    }

    public MongoStore mongo() {
        return open().mongo();
    }

    /** The address of the database. */
    public String uri() {
        return uri;
    }

    /** Opens the same database once more, as another node does; the caller closes it. */
    public OpenStore openAgain() {
        return new OpenStore(uri);
    }

    /** The same database opened once more, as another node does; closed after the test. */
    public synchronized OpenStore otherNode() {
        if (other == null) {
            other = new OpenStore(uri);
        }
        return other;
    }

    /** Closes the store in an orderly way and opens it again. */
    public void reopen() {
        open().close();
        store = new OpenStore(uri);
    }

    private OpenStore open() {
        return Objects.requireNonNull(store, "only during a test");
    }
}
