package io.chatty.benchmark;

import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One connected person. Sends are timed from before the frame is written. */
final class Talker implements AutoCloseable {

    private static final Map<String, Spoken> IN_FLIGHT = new ConcurrentHashMap<>();
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final ChattySession session;
    private final String conversation;
    private final String id;

    Talker(ChattySession session, String conversation, String id) {
        this.session = session;
        this.conversation = conversation;
        this.id = id;
        session.events().offerTo(this::hear);
        session.replies().offerTo(Talker::answered);
    }

    /** Says one thing after the other until the end, a point of {@link System#nanoTime}. */
    void talkUntil(long end, Sample sample, CountDownLatch done) {
        if (System.nanoTime() >= end) {
            done.countDown();
        } else {
            say(sample, () -> talkUntil(end, sample, done));
        }
    }

    /** Says one thing; {@code then} runs when it is acknowledged. */
    void say(Sample sample, Runnable then) {
        String key = "m-" + NUMBERS.incrementAndGet();
        IN_FLIGHT.put(key, new Spoken(System.nanoTime(), sample, then, new AtomicInteger(2)));
        session.submitMessage(
                conversation, key, key + " is an ordinary message of an ordinary length, seventy letters");
    }

    private static boolean answered(JsonObject reply) {
        long now = System.nanoTime();
        Spoken spoken = noticed(String.valueOf(reply.find("re")));
        if (spoken != null) {
            spoken.sample().answered(reply, now - spoken.at());
            spoken.then().run();
        }
        return true;
    }

    private boolean hear(JsonObject event) {
        long now = System.nanoTime();
        if (event.has("type", "message.created") && !event.has("message.senderId", id)) {
            String text = event.string("message.text");
            Spoken spoken = noticed(text.substring(0, Math.max(0, text.indexOf(' '))));
            if (spoken != null) {
                spoken.sample().delivered(now - spoken.at());
            }
        }
        return true;
    }

    /** What was said under a key; forgotten when both its answer and its event have come, in whichever order. */
    private static @Nullable Spoken noticed(String key) {
        Spoken spoken = IN_FLIGHT.get(key);
        if (spoken != null && spoken.awaited().decrementAndGet() == 0) {
            IN_FLIGHT.remove(key);
        }
        return spoken;
    }

    @Override
    public void close() {
        session.close();
    }

    private record Spoken(long at, Sample sample, Runnable then, AtomicInteger awaited) {}
}
