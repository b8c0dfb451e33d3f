package io.chatty.adapter.mongo.conversation;

import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.MarkRepository;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Marks in the collection {@code members}, gathered in memory. */
@Component
final class MongoMarkRepository implements MarkRepository {

    private final MongoStore store;
    private final GatheredMarks gathered;
    private final MessageReader messages;
    private final MessageInserter numbers;
    private final EntryReader entries;

    MongoMarkRepository(
            MongoStore store,
            GatheredMarks gathered,
            MessageReader messages,
            MessageInserter numbers,
            EntryReader entries) {
        this.store = store;
        this.gathered = gathered;
        this.messages = messages;
        this.numbers = numbers;
        this.entries = entries;
    }

    @Override
    public Movement advance(ConversationId conversation, UserId user, MarkReport report, Instant now) {
        return store.call(() -> {
            if (entries.existsFor(conversation, user).isEmpty()) {
                return new Movement(Marks.NONE, Marks.NONE);
            }
            long lastSeq = lastSeq(conversation, Math.max(report.readSeq(), report.deliveredSeq()));
            return gathered.move(
                    conversation,
                    user,
                    () -> entries.storedMarks(conversation, user),
                    before -> before.advance(report, lastSeq, now));
        });
    }

    /** The last message, or any number that is known to exist and is not below the wanted one. */
    private long lastSeq(ConversationId conversation, long wanted) {
        long remembered = numbers.rememberedSeq(conversation);
        if (remembered >= wanted) {
            return remembered;
        }
        Document last = messages.last(conversation);
        return last == null ? 0 : MessageDocuments.seq(last);
    }

    @Override
    public int unreadCount(ConversationId conversation, UserId user) {
        Optional<ConversationEntry> entry = store.call(() -> entries.find(user, conversation));
        return entry.map(ConversationEntry::unreadCount).orElse(0);
    }
}
