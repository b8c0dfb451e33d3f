package io.chatty.adapter.mongo.conversation;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.conversation.AppendOutcome;
import io.chatty.domain.conversation.AppendOutcome.Appended;
import io.chatty.domain.conversation.AppendOutcome.Replayed;
import io.chatty.domain.conversation.AppendOutcome.ReplyTargetMissing;
import io.chatty.domain.conversation.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Gives numbers and stores: one unordered insert for messages of as many conversations. The next numbers come from memory;
 * the messages are their truth, and the unique indexes are the judge. Whoever clashes was either stored before, which the
 * client message id tells, or was overtaken by another node, and takes new numbers.
 *
 * <p>Nothing is ever assumed of an insert whose outcome is unknown: it is tried again under new numbers, and if the first
 * attempt was or will be stored, the client message id makes one of the two fail. Belongs to the writer's thread.
 */
@Component
final class MessageInserter {

    private static final int DUPLICATE_KEY = 11_000;
    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

    /** From the second clash on two nodes would go on clashing in step. */
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final MongoStore store;
    private final MongoCollection<Document> messages;
    private final MessageReader reader;
    private final ConversationTails tails;

    MessageInserter(MongoStore store, MessageReader reader, ConversationTails tails) {
        this.store = store;
        this.messages = store.collection(MessageDocuments.COLLECTION);
        this.reader = reader;
        this.tails = tails;
    }

    /**
     * Tries to store; those that now have an outcome have been settled, the others are to be tried again.
     *
     * @param batch at most one of a conversation, none with an outcome
     */
    void insert(List<PendingAppend> batch) {
        List<Attempt> attempts = attempts(batch);
        if (attempts.isEmpty()) {
            return;
        }
        Map<Integer, Integer> errors;
        try {
            messages.insertMany(attempts.stream().map(Attempt::document).toList(), UNORDERED);
            errors = Map.of();
        } catch (MongoBulkWriteException partly) {
            if (partly.getWriteConcernError() != null || refusesAll(partly, attempts)) {
                doubt(batch);
                throw partly;
            }
            errors = partly.getWriteErrors().stream()
                    .collect(Collectors.toMap(BulkWriteError::getIndex, BulkWriteError::getCode));
        } catch (RuntimeException unknown) {
            doubt(batch);
            throw unknown;
        }
        List<Attempt> duplicates = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i++) {
            Integer error = errors.get(i);
            if (error == null) {
                stored(attempts.get(i));
            } else if (error == DUPLICATE_KEY) {
                duplicates.add(attempts.get(i));
            } else {
                tails.forget(attempts.get(i).append());
                attempts.get(i).append().pauseFor(LONGEST_PAUSE_NANOS);
            }
        }
        List<Optional<Message>> stored = store.inParallel(duplicates, attempt -> reader.stored(attempt.append()));
        for (int i = 0; i < duplicates.size(); i++) {
            Attempt attempt = duplicates.get(i);
            stored.get(i).ifPresentOrElse(message -> storedBefore(attempt, message), () -> overtaken(attempt));
        }
    }

    /** Whether the server takes nothing at all now, which is its trouble and not that of a message. */
    private static boolean refusesAll(MongoBulkWriteException refusal, List<Attempt> attempts) {
        return refusal.getWriteErrors().stream()
                        .filter(error -> error.getCode() != DUPLICATE_KEY)
                        .count()
                == attempts.size();
    }

    private List<Attempt> attempts(List<PendingAppend> batch) {
        tails.load(batch);
        List<Attempt> attempts = new ArrayList<>(batch.size());
        for (PendingAppend append : batch) {
            ConversationTail tail = tails.of(append);
            if (canAnswer(append, tail) || canAnswer(append, tail = tails.latest(append))) {
                attempts.add(Attempt.of(append, tail));
            } else {
                long lastSeq = tail.head().lastSeq();
                append.settle(reader.stored(append)
                        .<AppendOutcome>map(Replayed::new)
                        .orElseGet(() -> new ReplyTargetMissing(lastSeq)));
            }
        }
        return attempts;
    }

    private static boolean canAnswer(PendingAppend append, ConversationTail tail) {
        Long replyTo = append.draft().replyTo();
        return replyTo == null || (replyTo >= 1 && replyTo <= tail.head().lastSeq());
    }

    private void stored(Attempt attempt) {
        tails.move(attempt.append(), attempt.after());
        attempt.append().settle(new Appended(attempt.message()));
    }

    private void storedBefore(Attempt attempt, Message message) {
        PendingAppend append = attempt.append();
        if (message.seq() >= attempt.message().seq()) {
            tails.forget(append);
        }
        append.settle(isOwn(message, append) ? new Appended(message) : new Replayed(message));
    }

    /** Somebody else has its number; it is to be tried under another. */
    private void overtaken(Attempt attempt) {
        tails.forget(attempt.append());
        if (attempt.append().clashed() > 1) {
            attempt.append().pauseFor(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
        }
    }

    /** Whether it is the work of an earlier attempt whose outcome was lost: it arrived at the same instant. */
    private static boolean isOwn(Message message, PendingAppend append) {
        return append.isDoubtful()
                && message.sentAt().equals(append.draft().sentAt())
                && message.isRepeatedBy(append.draft());
    }

    private void doubt(List<PendingAppend> batch) {
        for (PendingAppend append : batch) {
            tails.forget(append);
            append.doubt();
        }
    }

    /** A message with numbers that may be taken. */
    private record Attempt(PendingAppend append, ConversationTail after, Message message, Document document) {

        static Attempt of(PendingAppend append, ConversationTail tail) {
            ConversationTail after =
                    tail.next(append.participants(), append.draft().senderId());
            Message message = Message.compose(
                    append.draft(),
                    append.conversation(),
                    after.head().lastSeq(),
                    after.head().rev());
            long senderSeq = after.sentBy(append.participants(), append.draft().senderId());
            return new Attempt(
                    append,
                    after,
                    message,
                    MessageDocuments.write(message, append.draft().text(), senderSeq));
        }
    }
}
