package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.Credentials;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A server of its own for a class of tests, and people at browsers, each with cookies and storage of their own. A test in
 * which a page logs an error or does what its policy forbids fails. Classes come one after the other: the browser listens
 * to the thread that started it, and what is measured would measure the others.
 */
@Execution(ExecutionMode.SAME_THREAD)
abstract class PageStage {

    @TempDir
    private static @Nullable Path data;

    private static @Nullable PackagedServer server;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<Visitor> visitors = new ArrayList<>();

    @BeforeAll
    static void startServer() {
        Chromium.browser();
        server = PackagedServer.start(Objects.requireNonNull(data), PackagedServer.freePort());
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @AfterEach
    void nothingWasComplainedOf() {
        List<String> complaints =
                visitors.stream().flatMap(one -> one.complaints().stream()).toList();
        contexts.forEach(BrowserContext::close);
        assertThat(complaints).as("what the browsers complained of").isEmpty();
    }

    static PackagedServer server() {
        return Objects.requireNonNull(server);
    }

    static String base() {
        return server().client().base().toString();
    }

    /** Somebody who has an account, and talks to the server without the page. */
    static ChattyPerson person(String firstName) {
        return server().client().register(firstName);
    }

    /** Somebody at a laptop who is signed in. */
    Visitor visitor(ChattyPerson person) {
        return visitor(person.credentials(), Device.LAPTOP);
    }

    Visitor visitor(Credentials who, Device device) {
        return stranger(device, ColorScheme.LIGHT, base()).signIn(who);
    }

    /** Somebody at a browser that has never seen the page. */
    Visitor stranger(Device device, ColorScheme scheme, String address) {
        BrowserContext context = Chromium.browser().newContext(device.options(scheme));
        contexts.add(context);
        return watched(new Visitor(context, address));
    }

    Visitor tabOf(Visitor visitor) {
        return watched(visitor.tab());
    }

    private Visitor watched(Visitor visitor) {
        visitors.add(visitor);
        return visitor;
    }
}
