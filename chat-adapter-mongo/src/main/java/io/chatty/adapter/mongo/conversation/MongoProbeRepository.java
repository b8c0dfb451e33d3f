package io.chatty.adapter.mongo.conversation;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.set;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ProbeRepository;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Component;

/** The one document of the collection {@code probes}. */
@Component
final class MongoProbeRepository implements ProbeRepository {

    private static final String COLLECTION = "probes";
    private static final String ID = "probe";
    private static final FindOneAndUpdateOptions OVERWRITE =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoStore store;
    private final MessageWriter writer;

    MongoProbeRepository(MongoStore store, MessageWriter writer) {
        this.store = store;
        this.writer = writer;
    }

    /** Completes on the thread that hands outcomes out: what stands still there stands still for messages too. */
    @Override
    public CompletionStage<Instant> save(ClientMessageId mark) {
        return store.later(() -> overwrite(mark)).thenCombine(writer.pass(), (stored, passed) -> stored);
    }

    private Instant overwrite(ClientMessageId mark) {
        return requireNonNull(store.collection(COLLECTION)
                        .findOneAndUpdate(
                                eq(ID), combine(set("mark", mark.value()), currentDate("storedAt")), OVERWRITE))
                .getDate("storedAt")
                .toInstant();
    }
}
