package io.chatty.adapter.sqlite.conversation;

import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ProbeRepository;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Component;

/**
 * The one row of the table {@code probe}, as long as the longest message, so that a disk without room for messages has none
 * for it. It is random because SQLite leaves alone what an update does not change.
 */
@Component
final class SqliteProbeRepository implements ProbeRepository {

    private static final String OVERWRITE = """
            INSERT INTO probe (only_row, mark, stored_at, filling)
            VALUES (1, ?1, CAST(unixepoch('subsec') * 1000 AS INTEGER), randomblob(16000))
            ON CONFLICT (only_row) DO UPDATE
            SET mark = excluded.mark, stored_at = excluded.stored_at, filling = excluded.filling
            """;

    private final SqliteStore store;

    SqliteProbeRepository(SqliteStore store) {
        this.store = store;
    }

    /** Passes the threads that a message passes: the writer's, and the one that hands outcomes out. */
    @Override
    public CompletionStage<Instant> save(ClientMessageId mark) {
        return store.writer()
                .submit(
                        connection -> {
                            connection.update(OVERWRITE, mark.value());
                            return connection
                                    .find(
                                            "SELECT stored_at FROM probe",
                                            (row, number) -> Instant.ofEpochMilli(row.getLong(1)))
                                    .orElseThrow();
                        },
                        stored -> {});
    }
}
