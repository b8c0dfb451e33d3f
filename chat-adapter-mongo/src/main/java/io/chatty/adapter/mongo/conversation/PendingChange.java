package io.chatty.adapter.mongo.conversation;

import io.chatty.domain.conversation.ChangeOutcome;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageChange;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A change of a message on its way to the store. */
final class PendingChange extends PendingWrite<ChangeOutcome> {

    /** Of 2^64: among the few hundred changes of a message none has the number of another. */
    private final long id = ThreadLocalRandom.current().nextLong();

    private final MessageChange change;
    private final Document messageId;
    private @Nullable Message attempted;

    PendingChange(MessageChange change, Consumer<ChangeOutcome> inOrder) {
        super(change.participants(), inOrder);
        this.change = change;
        this.messageId = MessageDocuments.id(conversation(), change.seq());
    }

    MessageChange change() {
        return change;
    }

    /** Tells it from every other change of the message, the same at every attempt. */
    long id() {
        return id;
    }

    Document messageId() {
        return messageId;
    }

    /** Notes what the message is to become. */
    void attempt(Message after) {
        attempted = after;
    }

    /** What the last attempt would have made of the message; null if there was none. */
    @Nullable
    Message attempted() {
        return attempted;
    }
}
