package io.chatty.adapter.mongo.conversation;

import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.conversation.AppendOutcome;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.conversation.MessageRepository;
import io.chatty.domain.conversation.SeqRange;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Messages in the collection {@code messages}. */
@Component
final class MongoMessageRepository implements MessageRepository {

    private final MongoStore store;
    private final MessageReader reader;
    private final MessageWriter writer;

    MongoMessageRepository(MongoStore store, MessageReader reader, MessageWriter writer) {
        this.store = store;
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public CompletionStage<AppendOutcome> append(MessageDraft draft, Consumer<AppendOutcome> inOrder) {
        return writer.append(draft, inOrder);
    }

    @Override
    public Head head(ConversationId conversation) {
        return store.call(() -> reader.head(conversation));
    }

    @Override
    public List<Message> read(ConversationId conversation, SeqRange range) {
        if (range.isEmpty()) {
            return List.of();
        }
        return store.call(() -> reader.range(conversation, range.from(), range.to())).stream()
                .map(MessageDocuments::read)
                .toList();
    }

    @Override
    public Optional<Message> find(ConversationId conversation, long seq) {
        return read(conversation, new SeqRange(seq, seq)).stream().findFirst();
    }
}
