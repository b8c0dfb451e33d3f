package io.chatty.domain.conversation;

import io.chatty.domain.InvalidValueException;
import io.chatty.domain.ViolationCode;

/**
 * How far a device says its person has come; 0 says nothing.
 *
 * @param readSeq from 0
 * @param deliveredSeq from 0
 */
public record MarkReport(long readSeq, long deliveredSeq) {

    /** @throws InvalidValueException if a number is negative */
    public MarkReport {
        if (readSeq < 0 || deliveredSeq < 0) {
            throw new InvalidValueException(ViolationCode.OUT_OF_RANGE, "A mark is 0 or more.");
        }
    }

    public static MarkReport read(long readSeq) {
        return new MarkReport(readSeq, 0);
    }
}
