package io.chatty.domain.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a person has come in a conversation. Marks only grow.
 *
 * @param readSeq the last message the person has seen; 0 for none
 * @param readAt when {@code readSeq} last moved; null while it is 0
 * @param deliveredSeq the last message a device of the person holds; at least {@code readSeq}
 * @param deliveredAt when {@code deliveredSeq} last moved; null while it is 0
 */
public record Marks(
        long readSeq,
        @Nullable Instant readAt,
        long deliveredSeq,
        @Nullable Instant deliveredAt) {

    public static final Marks NONE = new Marks(0, null, 0, null);

    /** These marks after a report: higher ones move, lower ones change nothing, and none passes the last message. */
    public Marks advance(MarkReport report, long lastSeq, Instant now) {
        long read = Math.max(readSeq, Math.min(report.readSeq(), lastSeq));
        long delivered = Math.max(Math.max(deliveredSeq, read), Math.min(report.deliveredSeq(), lastSeq));
        return new Marks(read, read > readSeq ? now : readAt, delivered, delivered > deliveredSeq ? now : deliveredAt);
    }

    /** The higher of each mark, where these and the others are states of the same person at different times. */
    public Marks merge(Marks other) {
        boolean ownRead = readSeq >= other.readSeq;
        boolean ownDelivered = deliveredSeq >= other.deliveredSeq;
        return new Marks(
                ownRead ? readSeq : other.readSeq,
                ownRead ? readAt : other.readAt,
                ownDelivered ? deliveredSeq : other.deliveredSeq,
                ownDelivered ? deliveredAt : other.deliveredAt);
    }
}
