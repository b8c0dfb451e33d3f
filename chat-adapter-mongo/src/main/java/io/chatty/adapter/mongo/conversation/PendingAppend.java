package io.chatty.adapter.mongo.conversation;

import io.chatty.domain.conversation.AppendOutcome;
import io.chatty.domain.conversation.AppendOutcome.Appended;
import io.chatty.domain.conversation.AppendOutcome.Replayed;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageDraft;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A draft on its way to the store. */
final class PendingAppend extends PendingWrite<AppendOutcome> {

    private final MessageDraft draft;
    private boolean doubtful;

    PendingAppend(MessageDraft draft, Consumer<AppendOutcome> inOrder) {
        super(draft.participants(), inOrder);
        this.draft = draft;
    }

    MessageDraft draft() {
        return draft;
    }

    /** When the message was sent that is stored by now; null if none is. */
    @Nullable
    Instant storedAt() {
        Message message = stored();
        return message == null ? null : message.sentAt();
    }

    /** The number of the message that is stored by now; 0 if none is. */
    long storedSeq() {
        Message message = stored();
        return message == null ? 0 : message.seq();
    }

    private @Nullable Message stored() {
        if (outcome() instanceof Appended appended) {
            return appended.message();
        }
        return outcome() instanceof Replayed replayed ? replayed.message() : null;
    }

    /** Notes that an attempt may have stored it, or may yet. */
    void doubt() {
        doubtful = true;
    }

    /** Whether a message that bears its client message id can be the work of an earlier attempt. */
    boolean isDoubtful() {
        return doubtful;
    }
}
