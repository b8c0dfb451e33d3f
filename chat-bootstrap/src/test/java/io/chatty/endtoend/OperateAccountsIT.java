package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.protocol.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator makes, closes and deletes accounts with the jar, and people notice. */
@Tag("heavy")
class OperateAccountsIT {

    private static final String MAILBOX = "anna@example.org";
    private static final Pattern PASSWORD = Pattern.compile("[a-z0-9]{4}(-[a-z0-9]{4}){4}");

    @TempDir
    private Path data;

    @Test
    void operatesOnAccounts() {
        Map<String, String> store = PackagedServer.onSqlite(data);
        String once = password(done(store, "create-account", MAILBOX, "Anna Lee"));
        refused(store, "Somebody has this e-mail already.", "create-account", MAILBOX, "Anna");
        assertThat(done(store, "list-accounts")).contains(MAILBOX + " Anna Lee", "sign-in once");

        try (PackagedServer server = PackagedServer.start(data, PackagedServer.freePort())) {
            assertThat(logIn(server.client(), once)).isEqualTo(201);
            assertThat(logIn(server.client(), once)).isEqualTo(401);
        }

        String again = password(done(store, "reset-password", MAILBOX));
        done(store, "disable-account", MAILBOX);
        try (PackagedServer server = PackagedServer.start(data, PackagedServer.freePort())) {
            assertThat(logIn(server.client(), again)).isEqualTo(401);
        }
        done(store, "revoke-sessions", MAILBOX);
        done(store, "delete-account", MAILBOX);
        refused(store, "Nobody has this e-mail.", "delete-account", MAILBOX);
        refused(store, "An e-mail has one @", "disable-account", "nonsense");
        assertThat(done(store, "list-accounts")).contains("0 accounts");
    }

    private static int logIn(ChattyServer server, String password) {
        JsonObject credentials = JsonObject.of("email", MAILBOX, "password", password);
        return server.rest().post("/api/v1/sessions", credentials).status();
    }

    private static String done(Map<String, String> store, String... arguments) {
        PackagedServer operation = PackagedServer.operate(store, arguments);
        assertThat(operation.awaitExit()).as(operation.log().toString()).isZero();
        return String.join("\n", operation.log());
    }

    private static void refused(Map<String, String> store, String reason, String... arguments) {
        PackagedServer operation = PackagedServer.operate(store, arguments);
        assertThat(operation.awaitExit()).isEqualTo(1);
        assertThat(operation.log()).singleElement().asString().contains(reason);
    }

    private static String password(String said) {
        Matcher password = PASSWORD.matcher(said);
        assertThat(password.find()).as(said).isTrue();
        return password.group();
    }
}
