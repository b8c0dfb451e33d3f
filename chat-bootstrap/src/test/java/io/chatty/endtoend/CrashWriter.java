package io.chatty.endtoend;

import io.chatty.conformance.client.RandomWords;
import io.chatty.conformance.protocol.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What one person does in one conversation, one thing after the other: writes, repeats, edits, reacts, deletes and reads, over
 * STOMP and REST in turn. Remembers what the server acknowledged.
 */
final class CrashWriter {

    private static final String SEND = "/app/messages.send";

    private final CrashClient client;
    private final String talk;
    private final String path;
    private final Random random;

    /** What the server said is stored: the client message id by {@code seq}, in the order of sending. */
    private final Map<Long, String> sent = new LinkedHashMap<>();

    /** What those messages say by now, null for those that are deleted. */
    private final Map<Long, @Nullable String> texts = new LinkedHashMap<>();

    /** Those that are not deleted. */
    private final List<Long> live = new ArrayList<>();

    private final AtomicLong acknowledged = new AtomicLong();
    private long doubled;
    private long lastSeq;
    private long read;
    private volatile CompletableFuture<Void> deed = CompletableFuture.completedFuture(null);

    CrashWriter(CrashClient client, String talk, Random random) {
        this.client = client;
        this.talk = talk;
        this.path = "/api/v1/conversations/" + talk;
        this.random = random;
    }

    /** How many messages are acknowledged. */
    long acknowledged() {
        return acknowledged.get();
    }

    /** Does the next thing; the answer completes when its outcome is known. To be called when the last one is done. */
    CompletableFuture<Void> act() {
        CompletableFuture<Void> next = choose();
        deed = next;
        return next;
    }

    /** The last thing begun. */
    CompletableFuture<Void> deed() {
        return deed;
    }

    private CompletableFuture<Void> choose() {
        int choice = random.nextInt(100);
        if (choice >= 17 || live.isEmpty()) {
            return send();
        }
        int place = random.nextInt(live.size());
        long seq = live.get(place);
        if (choice < 5) {
            return edit(seq);
        }
        if (choice < 9) {
            return change("PUT", "/messages/" + seq + "/reactions/%F0%9F%91%8D", null, () -> {});
        }
        if (choice < 12) {
            return change("DELETE", "/messages/" + seq, null, () -> {
                texts.put(seq, null);
                live.remove(seq);
            });
        }
        return read(Math.max(1, lastSeq - random.nextInt(3)));
    }

    private CompletableFuture<Void> send() {
        String id = RandomWords.clientMessageId();
        JsonObject body = JsonObject.of("conversationId", talk, "clientMessageId", id, "text", "said " + id);
        boolean overStomp = random.nextInt(8) > 0;
        boolean twice = random.nextInt(20) == 0;
        return send(overStomp, body).thenCompose(message -> {
            long seq = message.number("seq");
            sent.put(seq, id);
            texts.put(seq, "said " + id);
            live.add(seq);
            lastSeq = Math.max(lastSeq, seq);
            acknowledged.incrementAndGet();
            if (!twice) {
                return CompletableFuture.completedFuture(null);
            }
            return send(!overStomp, body).thenAccept(repeat -> doubled += repeat.number("seq") == seq ? 0 : 1);
        });
    }

    private CompletableFuture<JsonObject> send(boolean overStomp, JsonObject body) {
        CompletableFuture<CrashAnswer> answer = overStomp
                ? client.overStomp(SEND, body)
                : client.overRest("POST", path + "/messages", body.without("conversationId"));
        return answer.thenApply(done -> {
            if (!done.isDone()) {
                throw new AssertionError("refused for good: " + done);
            }
            return done.body();
        });
    }

    private CompletableFuture<Void> edit(long seq) {
        String text = "edited " + RandomWords.letters(16);
        return change("PATCH", "/messages/" + seq, JsonObject.of("text", text), () -> texts.put(seq, text));
    }

    private CompletableFuture<Void> read(long seq) {
        return random.nextBoolean()
                ? change("PUT", "/receipts", JsonObject.of("readSeq", seq), () -> read = Math.max(read, seq))
                : client.overStomp("/app/receipts", JsonObject.of("conversationId", talk, "readSeq", seq))
                        .thenAccept(done -> read = Math.max(read, seq));
    }

    /** A refusal for good is of a message that the server does not know any more, which the verdict tells of. */
    private CompletableFuture<Void> change(String verb, String where, @Nullable JsonObject body, Runnable done) {
        return client.overRest(verb, path + where, body).thenAccept(answer -> {
            if (answer.isDone()) {
                done.run();
            }
        });
    }

    /** Compares what was acknowledged with what this person reads. */
    CrashVerdict judge(List<JsonObject> history) {
        Map<Long, JsonObject> bySeq = new LinkedHashMap<>();
        history.forEach(message -> bySeq.put(message.number("seq"), message));
        long lost = sent.entrySet().stream()
                .filter(message -> !isThere(message.getKey(), message.getValue(), bySeq.get(message.getKey())))
                .count();
        List<String> ids = history.stream()
                .filter(message -> message.has("clientMessageId"))
                .map(message -> message.string("clientMessageId"))
                .toList();
        long twice = ids.size() - ids.stream().distinct().count();
        long gaps = history.isEmpty() ? 0 : history.get(history.size() - 1).number("seq") - history.size();
        // Marks of the last two seconds before a crash may be gone; clients report theirs again when they reconnect.
        client.person().report(talk, read, null);
        JsonObject conversation = client.person().conversation(talk);
        return new CrashVerdict(
                acknowledged(),
                lost,
                doubled + twice,
                reordered(),
                gaps,
                unreadIsWrong(conversation, history) ? 1 : 0,
                marksAreWrong(conversation, history.size()) ? 1 : 0);
    }

    private boolean isThere(Long seq, String id, @Nullable JsonObject message) {
        if (message == null || !message.has("clientMessageId", id)) {
            return false;
        }
        String text = texts.get(seq);
        return text == null ? message.has("deletedAt") : message.has("text", text);
    }

    private long reordered() {
        List<Long> order = new ArrayList<>(sent.keySet());
        long reordered = 0;
        for (int i = 1; i < order.size(); i++) {
            if (order.get(i) < order.get(i - 1)) {
                reordered++;
            }
        }
        return reordered;
    }

    private boolean unreadIsWrong(JsonObject conversation, List<JsonObject> history) {
        long readSeq = conversation.number("me.readSeq");
        long unread = history.stream()
                .filter(message -> message.number("seq") > readSeq)
                .filter(message -> !message.has("senderId", client.person().id()) && !message.has("deletedAt"))
                .count();
        return conversation.number("unreadCount") != Math.min(unread, 100);
    }

    private boolean marksAreWrong(JsonObject conversation, long head) {
        return conversation.number("lastSeq") != head
                || conversation.number("me.readSeq") < read
                || conversation.number("me.readSeq") > conversation.number("me.deliveredSeq")
                || conversation.number("me.deliveredSeq") > head
                || conversation.number("peerReceipts.readSeq") > conversation.number("peerReceipts.deliveredSeq")
                || conversation.number("peerReceipts.deliveredSeq") > head;
    }
}
