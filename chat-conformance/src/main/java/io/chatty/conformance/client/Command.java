package io.chatty.conformance.client;

import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.Patience;
import io.chatty.conformance.protocol.StompFrame;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A frame on its way, and what becomes of it: RECEIPT, and for a message an ack beside it; or a nack and no RECEIPT; or
 * the end of the session. Thread-safe.
 */
public final class Command {

    private final String receiptId;
    private final @Nullable String clientMessageId;
    private final boolean acknowledged;
    private final Patience patience;
    private final CompletableFuture<StompFrame> receipt = new CompletableFuture<>();
    private final CompletableFuture<JsonObject> reply = new CompletableFuture<>();

    Command(String receiptId, @Nullable String clientMessageId, boolean acknowledged, Patience patience) {
        this.receiptId = receiptId;
        this.clientMessageId = clientMessageId;
        this.acknowledged = acknowledged;
        this.patience = patience;
    }

    String receiptId() {
        return receiptId;
    }

    boolean isAnsweredBy(String re) {
        return !reply.isDone() && (re.equals(clientMessageId) || re.equals(receiptId));
    }

    boolean isDone() {
        return receipt.isDone() && (!acknowledged || reply.isDone());
    }

    void received(StompFrame frame) {
        receipt.complete(frame);
    }

    void replied(JsonObject ackOrNack) {
        reply.complete(ackOrNack);
        if (ackOrNack.has("type", "nack")) {
            receipt.completeExceptionally(new AssertionError(ackOrNack.toString()));
        }
    }

    void failed(String reason) {
        receipt.completeExceptionally(new AssertionError(reason));
        reply.completeExceptionally(new AssertionError(reason));
    }

    /** The RECEIPT when it comes; fails with a nack or the end of the session. */
    public CompletableFuture<StompFrame> receipt() {
        return receipt.copy();
    }

    /** The ack or nack when it comes; fails with the end of the session. */
    public CompletableFuture<JsonObject> reply() {
        return reply.copy();
    }

    /**
     * Waits for the RECEIPT.
     *
     * @throws AssertionError when a nack, the end of the session or nothing comes
     */
    public void accepted() {
        patience.await("RECEIPT " + receiptId, receipt);
    }

    /**
     * Waits for the ack of a message and its RECEIPT.
     *
     * @return the ack
     * @throws AssertionError when a nack, the end of the session or nothing comes
     */
    public JsonObject ack() {
        JsonObject answer = awaitReply();
        if (!answer.has("type", "ack")) {
            throw new AssertionError("no ack, but " + answer);
        }
        accepted();
        return answer;
    }

    /**
     * Waits for the nack.
     *
     * @return the problem it carries
     * @throws AssertionError when an ack, the end of the session or nothing comes
     */
    public JsonObject nack() {
        JsonObject answer = awaitReply();
        if (!answer.has("type", "nack")) {
            throw new AssertionError("no nack, but " + answer);
        }
        return answer.object("problem");
    }

    /** Waits for the ack or nack, whichever comes. */
    public JsonObject awaitReply() {
        return patience.await("reply to " + receiptId, reply);
    }
}
