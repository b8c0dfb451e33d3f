package io.chatty.adapter.mongo.conversation;

import static com.mongodb.client.model.Filters.eq;
import static io.chatty.domain.ErrorCode.TEMPORARILY_UNAVAILABLE;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Settings;
import io.chatty.domain.conversation.SettingsChange;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Changes settings by compare-and-set on their version, so that of changes at once none is lost. Thread-safe. */
@Component
final class SettingsChanger {

    private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> members;
    private final MessageReader messages;
    private final GatheredMarks gathered;
    private final Touches touches;

    SettingsChanger(MongoStore store, MessageReader messages, GatheredMarks gathered, Touches touches) {
        this.members = store.collection(MemberDocuments.COLLECTION);
        this.messages = messages;
        this.gathered = gathered;
        this.touches = touches;
    }

    /**
     * Changes the settings of a person for whom the conversation exists, if that changes anything.
     *
     * @throws io.chatty.domain.ChatException {@code TEMPORARILY_UNAVAILABLE} if others were faster for five seconds
     */
    boolean change(ConversationId conversation, UserId user, SettingsChange change, Instant now) {
        Document id = MemberDocuments.id(conversation, user);
        long start = System.nanoTime();
        while (System.nanoTime() - start < DEADLINE_NANOS) {
            // Before the document: a mark that is not here any more is in it by then.
            long gatheredReadSeq = gathered.of(conversation, user).readSeq();
            Document member = members.find(eq(id)).first();
            Settings before = MemberDocuments.settings(member);
            long readSeq = Math.max(MemberDocuments.marks(member).readSeq(), gatheredReadSeq);
            Settings after = before.change(change, lastSeq(conversation), readSeq);
            if (after.equals(before)) {
                return false;
            }
            Bson update = Updates.combine(MemberDocuments.change(user, after), Touches.touch(touches.stamp(user, now)));
            if (isWritten(MemberDocuments.unchanged(id, before), update)) {
                return true;
            }
        }
        throw TEMPORARILY_UNAVAILABLE.refusal();
    }

    /** Counts a change of something else that is a person's own. */
    void count(ConversationId conversation, UserId user, Instant now) {
        Bson update = Updates.combine(MemberDocuments.count(), Touches.touch(touches.stamp(user, now)));
        Bson own = eq(MemberDocuments.id(conversation, user));
        boolean written = isWritten(own, update);
        if (!written) {
            // Of two that make the document at once one is refused, and finds it then.
            written = isWritten(own, update);
        }
        if (!written) {
            throw TEMPORARILY_UNAVAILABLE.refusal();
        }
    }

    private long lastSeq(ConversationId conversation) {
        Document last = messages.last(conversation);
        return last == null ? 0 : MessageDocuments.seq(last);
    }

    private boolean isWritten(Bson unchanged, Bson update) {
        try {
            UpdateResult result = members.updateOne(unchanged, update, UPSERT);
            return result.getMatchedCount() == 1 || result.getUpsertedId() != null;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
