package io.chatty.adapter.mongo.conversation;

import io.chatty.domain.conversation.AppendOutcome;
import io.chatty.domain.conversation.MessageDraft;
import java.util.function.Consumer;

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

    /** Notes that an attempt may have stored it, or may yet. */
    void doubt() {
        doubtful = true;
    }

    /** Whether a message that bears its client message id can be the work of an earlier attempt. */
    boolean isDoubtful() {
        return doubtful;
    }
}
