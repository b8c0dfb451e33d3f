package io.chatty.endtoend;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.RandomWords;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.RestAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes, edits, reacts and deletes in one conversation, over STOMP and REST in turn, one thing after the other. Whatever has
 * no outcome, since the server is gone, is repeated under its client message id until it has one. Remembers what the server
 * acknowledged.
 */
final class CrashWriter implements Runnable {

    private static final long PAUSE_NANOS = 20_000_000;

    private final ChattyPerson person;
    private final String talk;
    private final Random random;
    private final AtomicLong inFlight;

    /** What the server said is stored: the client message id by {@code seq}, in the order of sending. */
    private final Map<Long, String> sent = new LinkedHashMap<>();

    /** What those messages say by now, null for those that are deleted. */
    private final Map<Long, @Nullable String> texts = new LinkedHashMap<>();

    /** Those that are not deleted. */
    private final List<Long> live = new ArrayList<>();

    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong doubled = new AtomicLong();
    private @Nullable ChattySession session;
    private volatile boolean over;

    CrashWriter(ChattyPerson person, String talk, Random random, AtomicLong inFlight) {
        this.person = person;
        this.talk = talk;
        this.random = random;
        this.inFlight = inFlight;
    }

    /** How many sends and changes are acknowledged. */
    long acknowledged() {
        return acknowledged.get();
    }

    void finish() {
        over = true;
    }

    @Override
    public void run() {
        while (!over) {
            inFlight.incrementAndGet();
            try {
                doSomething();
            } finally {
                inFlight.decrementAndGet();
            }
            acknowledged.incrementAndGet();
        }
        if (session != null) {
            session.close();
        }
    }

    private void doSomething() {
        int deed = random.nextInt(100);
        if (deed >= 20 || live.isEmpty()) {
            send();
            return;
        }
        Long seq = live.get(random.nextInt(live.size()));
        if (deed < 10) {
            String text = "edited " + RandomWords.letters(16);
            if (isDone(() -> person.in(talk).edit(seq, text))) {
                texts.put(seq, text);
            }
        } else if (deed < 15) {
            isDone(() -> person.in(talk).react(seq, "👍"));
        } else if (isDone(() -> person.in(talk).delete(seq))) {
            texts.put(seq, null);
            live.remove(seq);
        }
    }

    private void send() {
        String id = RandomWords.clientMessageId();
        String text = "said " + id;
        boolean overStomp = random.nextBoolean();
        JsonObject message = sendUntilDone(overStomp, id, text);
        sent.put(message.number("seq"), id);
        texts.put(message.number("seq"), text);
        live.add(message.number("seq"));
        if (random.nextInt(20) == 0 && sendUntilDone(!overStomp, id, text).number("seq") != message.number("seq")) {
            doubled.incrementAndGet();
        }
    }

    private JsonObject sendUntilDone(boolean overStomp, String id, String text) {
        while (true) {
            Optional<JsonObject> message = attempt(() -> overStomp ? sendLive(id, text) : sendByRequest(id, text));
            if (message.isPresent()) {
                return message.get();
            }
        }
    }

    private @Nullable JsonObject sendLive(String id, String text) {
        ChattySession open = session;
        if (open == null) {
            open = person.connect();
            open.events().offerTo(event -> true);
            session = open;
        }
        JsonObject reply = open.submitMessage(talk, id, text).awaitReply();
        return reply.has("type", "ack") ? reply.object("message") : null;
    }

    private @Nullable JsonObject sendByRequest(String id, String text) {
        RestAnswer answer = person.trySend(talk, id, text);
        return answer.status() < 300 ? answer.json() : null;
    }

    /** Tries until the server knows what to do; a refusal for good is a message that it does not know any more. */
    private boolean isDone(Supplier<RestAnswer> change) {
        while (true) {
            Optional<Boolean> done = attempt(() -> {
                int status = change.get().status();
                return status == 429 || status == 503 ? null : status < 300;
            });
            if (done.isPresent()) {
                return done.get();
            }
        }
    }

    /** Empty if the server is busy or gone; after a moment. */
    private <T> Optional<T> attempt(Supplier<@Nullable T> attempt) {
        try {
            T done = attempt.get();
            if (done != null) {
                return Optional.of(done);
            }
        } catch (AssertionError noAnswer) {
            session = null;
        }
        // A client that is refused pauses before it repeats.
        LockSupport.parkNanos(PAUSE_NANOS);
        return Optional.empty();
    }

    /** Compares what was acknowledged with what is there. */
    CrashVerdict judge() {
        List<JsonObject> history = person.history(talk);
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
        return new CrashVerdict(
                acknowledged(), lost, doubled.get() + twice, reordered(), gaps, unreadIsWrong(history) ? 1 : 0);
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

    private boolean unreadIsWrong(List<JsonObject> history) {
        JsonObject conversation = person.conversation(talk);
        long readSeq = conversation.object("me").number("readSeq");
        long unread = history.stream()
                .filter(message -> message.number("seq") > readSeq)
                .filter(message -> !message.has("senderId", person.id()) && !message.has("deletedAt"))
                .count();
        return conversation.number("unreadCount") != Math.min(unread, 100);
    }
}
