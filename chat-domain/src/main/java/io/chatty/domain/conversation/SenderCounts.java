package io.chatty.domain.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Follows how many messages each sender of a conversation is said to have written. Not thread-safe. */
final class SenderCounts {

    private final Map<String, Long> written = new HashMap<>();
    private final LongAdder missing = new LongAdder();

    /** How many messages were missing before the last one of a sender. */
    private final Map<String, Long> missingBefore = new HashMap<>();

    /**
     * Looks at the next message.
     *
     * @param senderSeq how many messages its sender is said to have written by then, this one included
     * @param missingNow how many messages are missing right before it: any of them may have been the sender's
     * @return whether that many can be
     */
    boolean follow(@Nullable String sender, long senderSeq, long missingNow) {
        String name = String.valueOf(sender);
        missing.add(Math.max(0, missingNow));
        long least = written.getOrDefault(name, 0L) + 1;
        long most = least + missing.sum() - missingBefore.getOrDefault(name, 0L);
        boolean canBe = least <= senderSeq && senderSeq <= most;
        written.put(name, canBe ? senderSeq : least);
        missingBefore.put(name, missing.sum());
        return canBe;
    }
}
