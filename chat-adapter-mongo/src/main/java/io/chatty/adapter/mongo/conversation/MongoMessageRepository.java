package io.chatty.adapter.mongo.conversation;

import io.chatty.adapter.mongo.MongoStore;
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
import java.util.Comparator;
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
    public CompletionStage<ChangeOutcome> change(MessageChange change, Consumer<ChangeOutcome> inOrder) {
        return writer.change(change, inOrder);
    }

    /** Numbers are dense, so a window of so many of them holds no more messages than that. */
    @Override
    public ChangesPage changes(ConversationId conversation, long sinceRev, int limit) {
        return store.call(() -> {
            long highest = reader.highestRev(conversation);
            if (sinceRev >= highest) {
                return new ChangesPage(List.of(), highest, false);
            }
            long to = highest - sinceRev > limit ? sinceRev + limit : highest;
            // What has a later number by now is told in its place.
            List<Message> messages = reader.numbered(conversation, sinceRev, to).stream()
                    .map(MessageDocuments::read)
                    .filter(message -> message.rev() <= to)
                    .sorted(Comparator.comparingLong(Message::rev))
                    .toList();
            return new ChangesPage(messages, to, to < highest);
        });
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

    @Override
    public Optional<Message> find(ConversationId conversation, UserId sender, ClientMessageId clientMessageId) {
        return store.call(() -> reader.stored(conversation, sender, clientMessageId));
    }
}
