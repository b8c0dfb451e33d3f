package io.chatty.application.conversation;

import io.chatty.domain.conversation.AppendOutcome;
import io.chatty.domain.conversation.ChangeOutcome;
import io.chatty.domain.conversation.ChangesPage;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageChange;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.conversation.MessageRepository;
import io.chatty.domain.conversation.SeqRange;
import io.chatty.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A store that takes its time: the one draft that is handed in waits until the test stores it or lets it fail. */
final class HeldMessageRepository implements MessageRepository {

    private final MessageRepository messages;
    private final CompletableFuture<Void> gate = new CompletableFuture<>();
    private final CompletableFuture<AppendOutcome> outcome = new CompletableFuture<>();

    HeldMessageRepository(MessageRepository messages) {
        this.messages = messages;
    }

    void store() {
        gate.complete(null);
    }

    void fail(RuntimeException reason) {
        outcome.completeExceptionally(reason);
    }

    @Override
    public CompletionStage<AppendOutcome> append(MessageDraft draft, Consumer<AppendOutcome> inOrder) {
        gate.thenRun(() -> messages.append(draft, inOrder).thenAccept(outcome::complete));
        return outcome;
    }

    @Override
    public CompletionStage<ChangeOutcome> change(MessageChange change, Consumer<ChangeOutcome> inOrder) {
        return messages.change(change, inOrder);
    }

    @Override
    public ChangesPage changes(ConversationId conversation, long sinceRev, int limit) {
        return messages.changes(conversation, sinceRev, limit);
    }

    @Override
    public Head head(ConversationId conversation) {
        return messages.head(conversation);
    }

    @Override
    public List<Message> read(ConversationId conversation, SeqRange range) {
        return messages.read(conversation, range);
    }

    @Override
    public Optional<Message> find(ConversationId conversation, long seq) {
        return messages.find(conversation, seq);
    }

    @Override
    public Optional<Message> find(ConversationId conversation, UserId sender, ClientMessageId clientMessageId) {
        return messages.find(conversation, sender, clientMessageId);
    }
}
