package io.chatty.adapter.sqlite.conversation;

import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ProbeRepository;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Component;

/** The one row of the table {@code probe}. */
@Component
final class SqliteProbeRepository implements ProbeRepository {

    private static final String OVERWRITE = """
            INSERT INTO probe (only_row, mark, stored_at) VALUES (1, ?1, CAST(unixepoch('subsec') * 1000 AS INTEGER))
            ON CONFLICT (only_row) DO UPDATE SET mark = excluded.mark, stored_at = excluded.stored_at
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
