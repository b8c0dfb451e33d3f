package io.chatty.adapter.sqlite;

import io.chatty.domain.StoreIdentity;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings the tables to the form this version knows. */
final class Schema {

    private static final String LOCATION = "classpath:io/chatty/adapter/sqlite/schema";
    private static final int EPOCH_BYTES = 16;
    private static final int CURSOR_KEY_BYTES = 32;

    private Schema() {}

    /**
     * Migrates, and gives a new store its identity.
     *
     * @throws DataFolderException if the store was written by a newer version
     */
    static StoreIdentity migrate(DataSource source, Path folder) {
        Flyway flyway = flyway(source);
        refuseNewer(flyway.info(), folder);
        flyway.migrate();
        return identity(JdbcClient.create(source));
    }

    /**
     * Looks whether the tables have the form this version knows, and changes nothing.
     *
     * @throws DataFolderException if the store was written by a newer version, or by an older one and not opened since
     */
    static void requireCurrent(DataSource source, Path folder) {
        MigrationInfoService info = flyway(source).info();
        refuseNewer(info, folder);
        if (info.pending().length > 0) {
            throw new DataFolderException(
                    "The data in " + folder
                            + " was written by an older Chatty, or by none; start this version once, which brings it up to date.",
                    null);
        }
    }

    /** Whether there are no tables at all. */
    static boolean isAbsent(DataSource source) {
        return JdbcClient.create(source)
                        .sql("SELECT count(*) FROM sqlite_schema")
                        .query(Long.class)
                        .single()
                == 0;
    }

    private static Flyway flyway(DataSource source) {
        return Flyway.configure().dataSource(source).locations(LOCATION).load();
    }

    private static void refuseNewer(MigrationInfoService info, Path folder) {
        if (Arrays.stream(info.all()).map(MigrationInfo::getState).anyMatch(Schema::isUnknown)) {
            throw new DataFolderException(
                    "The data in " + folder
                            + " was written by a newer Chatty; start that version, or set CHATTY_DATA to another folder.",
                    null);
        }
    }

    private static boolean isUnknown(MigrationState state) {
        return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
    }

    /** Gives the store another epoch. */
    static void renewEpoch(DataSource source) {
        JdbcClient.create(source)
                .sql("UPDATE store_identity SET epoch = ?")
                .param(newEpoch())
                .update();
    }

    private static StoreIdentity identity(JdbcClient client) {
        client.sql("INSERT INTO store_identity (only_row, epoch, cursor_key) VALUES (1, ?, ?) ON CONFLICT DO NOTHING")
                .param(newEpoch())
                .param(random(CURSOR_KEY_BYTES))
                .update();
        return client.sql("SELECT epoch, cursor_key FROM store_identity")
                .query((row, number) -> new StoreIdentity(row.getString("epoch"), row.getBytes("cursor_key")))
                .single();
    }

    private static String newEpoch() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(EPOCH_BYTES));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
