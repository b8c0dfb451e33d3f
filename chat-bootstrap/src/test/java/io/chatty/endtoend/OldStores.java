package io.chatty.endtoend;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The stores of schema 1 that every later version opens, and who is in them. */
final class OldStores {

    /** Anna's and Bob's. */
    static final String TALK = "c_xc99YweMW1oHVBbu5B0FTw";

    private static final Path SCRIPT = Path.of(System.getProperty("basedir", "."))
            .resolveSibling("chat-adapter-sqlite/src/test/resources/io/chatty/adapter/sqlite/data/schema-1.sql");

    private OldStores() {}

    /** Puts a SQLite store into an empty folder. */
    static void restore(Path folder) {
        try {
            execute(folder, Files.readString(SCRIPT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does something to the file that no server has open. */
    static void execute(Path folder, String sql) {
        try (Connection file = open(folder);
                Statement statement = file.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Connection open(Path folder) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("chatty.db"));
    }

    static ChattyPerson anna(ChattyServer server) {
        return signIn(server, "Anna Lee", "anna@example.org");
    }

    static ChattyPerson bob(ChattyServer server) {
        return signIn(server, "Bob Stone", "bob@example.org");
    }

    private static ChattyPerson signIn(ChattyServer server, String name, String email) {
        return server.signIn(new Credentials(name, email, "correct horse battery staple"));
    }
}
