package io.chatty.adapter.mongo;

import static io.chatty.domain.ErrorCode.TEMPORARILY_UNAVAILABLE;

import com.mongodb.MongoException;
import com.mongodb.MongoServerException;
import io.chatty.domain.ChatException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the faults of a command, which are ours, from those of the servers and the way to them, which pass. */
final class MongoFailures {

    /** BadValue, FailedToParse, TypeMismatch, InvalidLength, and fields that a command does not know. */
    private static final Set<Integer> DEFECTS = Set.of(2, 9, 14, 16, 40_415);

    private MongoFailures() {}

    /** What leaves the adapter instead: {@code TEMPORARILY_UNAVAILABLE}, or the failure itself if it reports a defect. */
    static RuntimeException translate(RuntimeException failure) {
        MongoException cause = mongoCause(failure);
        if (cause == null || isDefect(cause)) {
            return failure;
        }
        return new ChatException(TEMPORARILY_UNAVAILABLE, failure);
    }

    private static boolean isDefect(MongoException failure) {
        return failure instanceof MongoServerException && DEFECTS.contains(failure.getCode());
    }

    private static @Nullable MongoException mongoCause(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof MongoException mongo) {
                return mongo;
            }
        }
        return null;
    }
}
