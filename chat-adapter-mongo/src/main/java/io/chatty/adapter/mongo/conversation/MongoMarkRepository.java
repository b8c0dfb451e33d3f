package io.chatty.adapter.mongo.conversation;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.MarkRepository;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.conversation.PeerSight;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Marks in the collection {@code members}, gathered in memory. */
@Component
final class MongoMarkRepository implements MarkRepository {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoStore store;
    private final MongoCollection<Document> members;
    private final GatheredMarks gathered;
    private final MessageReader messages;
    private final ConversationTails tails;
    private final EntryReader entries;

    MongoMarkRepository(
            MongoStore store,
            GatheredMarks gathered,
            MessageReader messages,
            ConversationTails tails,
            EntryReader entries) {
        this.store = store;
        this.members = store.collection(MemberDocuments.COLLECTION);
        this.gathered = gathered;
        this.messages = messages;
        this.tails = tails;
        this.entries = entries;
    }

    @Override
    public Movement advance(ConversationId conversation, UserId user, MarkReport report, PeerSight sight, Instant now) {
        return store.call(() -> {
            Optional<Participants> participants = entries.existsFor(conversation, user);
            if (participants.isEmpty()) {
                return new Movement(Marks.NONE, Marks.NONE);
            }
            long lastSeq = lastSeq(conversation, Math.max(report.readSeq(), report.deliveredSeq()));
            return gathered.move(
                    new GatheredMarks.Key(conversation, user),
                    participants.get().peerOf(user),
                    () -> entries.storedMarks(conversation, user),
                    before -> before.advance(report, lastSeq, now),
                    movement -> sight.shows(movement) ? now : null);
        });
    }

    /** The last message, or any number that is known to exist and is not below the wanted one. */
    private long lastSeq(ConversationId conversation, long wanted) {
        long remembered = tails.rememberedSeq(conversation);
        if (remembered >= wanted) {
            return remembered;
        }
        Document last = messages.last(conversation);
        return last == null ? 0 : MessageDocuments.seq(last);
    }

    @Override
    public void keep(Participants participants) {
        ConversationId conversation = participants.conversationId();
        store.call(() -> {
            for (UserId user : participants.both()) {
                if (entries.existsFor(conversation, user).isPresent()) {
                    // Before the document: a mark that is not here any more is in it by then.
                    Marks newest = gathered.of(conversation, user);
                    Marks marks = entries.storedMarks(conversation, user).merge(newest);
                    members.updateOne(
                            Filters.eq(MemberDocuments.id(conversation, user)), MemberDocuments.keep(marks), UPSERT);
                }
            }
            return true;
        });
    }

    @Override
    public int unreadCount(ConversationId conversation, UserId user) {
        return store.call(() -> entries.findAll(user, List.of(conversation))).stream()
                .mapToInt(ConversationEntry::unreadCount)
                .sum();
    }
}
