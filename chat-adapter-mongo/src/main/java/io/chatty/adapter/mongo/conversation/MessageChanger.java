package io.chatty.adapter.mongo.conversation;

import static io.chatty.domain.ErrorCode.NOT_FOUND;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.conversation.ChangeOutcome.Changed;
import io.chatty.domain.conversation.ChangeOutcome.Unchanged;
import io.chatty.domain.conversation.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes messages after over messages before: one unordered bulk for messages of as many conversations. A message is only
 * overwritten as it was read, and the unique index refuses a number that is taken, so whoever was overtaken, by another
 * change of the message or of the conversation, reads and tries again.
 *
 * <p>Each change leaves a number of its own in the message. What it leaves is looked for before each attempt: so a change
 * whose outcome was lost is found and never made twice, also if others changed the message since. Belongs to the writer's
 * thread.
 */
@Component
final class MessageChanger {

    private static final Logger LOG = LoggerFactory.getLogger(MessageChanger.class);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    /** From the second clash on two nodes would go on clashing in step. */
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final MongoCollection<Document> messages;
    private final MessageReader reader;
    private final ConversationTails tails;
    private final Touches touches;

    MessageChanger(MongoStore store, MessageReader reader, ConversationTails tails, Touches touches) {
        this.messages = store.collection(MessageDocuments.COLLECTION);
        this.reader = reader;
        this.tails = tails;
        this.touches = touches;
    }

    /**
     * Tries to store; those that now have an outcome have been settled, the others are to be tried again.
     *
     * @param batch at most one of a conversation, none settled
     */
    void change(List<PendingChange> batch) {
        List<Attempt> attempts = attempts(batch);
        if (attempts.isEmpty()) {
            return;
        }
        // First, so that a change that is cut off right after it became visible is found by those who ask what
        // happened.
        touches.both(attempts.stream().map(Attempt::change).toList());
        boolean all;
        try {
            all = attempts.size()
                    == messages.bulkWrite(attempts.stream().map(Attempt::model).toList(), UNORDERED)
                            .getMatchedCount();
        } catch (MongoBulkWriteException partly) {
            if (partly.getWriteConcernError() != null) {
                attempts.forEach(attempt -> tails.forget(attempt.change()));
                throw partly;
            }
            LOG.debug("Numbers were taken by others", partly);
            all = false;
        } catch (RuntimeException unknown) {
            attempts.forEach(attempt -> tails.forget(attempt.change()));
            throw unknown;
        }
        attempts.forEach(all ? this::stored : this::overtaken);
    }

    private List<Attempt> attempts(List<PendingChange> batch) {
        Map<Object, Document> found = new HashMap<>();
        reader.byIds(batch.stream().map(PendingChange::messageId).toList())
                .forEach(document -> found.put(document.get("_id"), document));
        tails.load(batch);
        List<Attempt> attempts = new ArrayList<>(batch.size());
        for (PendingChange change : batch) {
            Attempt attempt = attempt(change, found.get(change.messageId()));
            if (attempt != null) {
                attempts.add(attempt);
            }
        }
        return attempts;
    }

    /** Null if there is nothing to write, any more or at all. */
    private @Nullable Attempt attempt(PendingChange change, @Nullable Document document) {
        if (document == null) {
            change.settleRefused(NOT_FOUND.refusal());
            return null;
        }
        Message attempted = change.attempted();
        Long stored = MessageDocuments.numberOf(change.id(), document);
        if (attempted != null && stored != null) {
            change.settle(new Changed(attempted.numbered(stored)));
            return null;
        }
        Message before = MessageDocuments.read(document);
        Message wanted = wanted(change, before);
        if (wanted == null) {
            return null;
        }
        ConversationTail known = tails.of(change);
        ConversationTail after = (known.head().rev() >= before.rev() ? known : tails.latest(change)).changed();
        change.attempt(wanted);
        return new Attempt(change, after, before, wanted.numbered(after.head().rev()));
    }

    /** What the change makes of the message; null if that is nothing. */
    private static @Nullable Message wanted(PendingChange change, Message before) {
        try {
            Message wanted = change.change().verb().apply(before);
            if (!wanted.equals(before)) {
                return wanted;
            }
            change.settle(new Unchanged(before));
        } catch (RuntimeException refusal) {
            change.settleRefused(refusal);
        }
        return null;
    }

    private void stored(Attempt attempt) {
        tails.move(attempt.change(), attempt.tail());
        attempt.change().settle(new Changed(attempt.after()));
    }

    private void overtaken(Attempt attempt) {
        PendingChange change = attempt.change();
        tails.forget(change);
        if (change.clashed() > 1) {
            change.pauseFor(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
        }
    }

    /**
     * A message with a number that may be taken.
     *
     * @param tail where the conversation ends afterwards
     */
    private record Attempt(PendingChange change, ConversationTail tail, Message before, Message after) {

        UpdateOneModel<Document> model() {
            return new UpdateOneModel<>(
                    MessageDocuments.unchanged(before), MessageDocuments.change(after, change.id()));
        }
    }
}
