package io.chatty.adapter.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteDataSource;

/** Damages what is stored, past all that watches over it. */
public final class Damages {

    private Damages() {}

    /** @param sql statements that end with a semicolon each; foreign keys do not hold them up */
    public static void plant(Path folder, String sql) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve(DataFolder.DATABASE));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : sql.split(";")) {
                statement.executeUpdate(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
