package io.chatty.wire;

import io.chatty.domain.conversation.MarkReport;

/** What both transports accept for marks: {@code { readSeq?, deliveredSeq? }}. */
public record ReceiptsRequest(MarkReport report) {

    /** @throws io.chatty.domain.ValidationException with everything that is wrong */
    public static ReceiptsRequest read(JsonFields fields) {
        Field<Long> readSeq = fields.optionalInteger("readSeq", 0, Long::valueOf);
        Field<Long> deliveredSeq = fields.optionalInteger("deliveredSeq", 0, Long::valueOf);
        fields.check();
        return new ReceiptsRequest(new MarkReport(readSeq.orElse(0L), deliveredSeq.orElse(0L)));
    }
}
