package io.chatty.endtoend;

import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.RestAnswer;
import io.chatty.conformance.protocol.StompFrame;

/**
 * What the server said to one command, over whichever transport.
 *
 * @param status of HTTP; STOMP says the same in its replies
 * @param body the Message or another answer, or the problem
 */
record CrashAnswer(int status, JsonObject body) {

    static CrashAnswer of(RestAnswer answer) {
        return new CrashAnswer(answer.status(), answer.body().length == 0 ? JsonObject.of() : answer.json());
    }

    static CrashAnswer of(JsonObject reply) {
        return reply.has("type", "ack")
                ? new CrashAnswer((int) reply.number("status"), reply.object("message"))
                : new CrashAnswer((int) reply.number("problem.status"), reply.object("problem"));
    }

    static CrashAnswer of(StompFrame receipt) {
        return new CrashAnswer(200, JsonObject.of("receipt", receipt.header("receipt-id")));
    }

    boolean isDone() {
        return status < 300;
    }

    /** Whether the same is to be asked again later. */
    boolean isForNow() {
        return status == 429 || status == 503;
    }
}
