package io.chatty.adapter.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** Stores as earlier versions left them. */
public final class OldData {

    private OldData() {}

    /** Puts a store of schema 1 into an empty folder. */
    public static void restoreSchema1(Path folder) {
        try (InputStream script = Objects.requireNonNull(OldData.class.getResourceAsStream("data/schema-1.sql"));
                Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("chatty.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
