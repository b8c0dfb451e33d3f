package io.chatty.benchmark;

import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.JsonObject;
import java.util.concurrent.CountDownLatch;

/** One connected person. Sends are timed from before the frame is written. */
final class Talker implements AutoCloseable {

    private final ChattySession session;
    private final String conversation;
    private final String id;
    private final InFlight inFlight;

    Talker(ChattySession session, String conversation, String id, InFlight inFlight) {
        this.session = session;
        this.conversation = conversation;
        this.id = id;
        this.inFlight = inFlight;
        session.events().offerTo(this::hear);
        session.replies().offerTo(this::answered);
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
        String key = inFlight.say(sample, then);
        session.submitMessage(
                conversation, key, key + " is an ordinary message of an ordinary length, seventy letters");
    }

    private boolean answered(JsonObject reply) {
        long now = System.nanoTime();
        InFlight.Spoken spoken = inFlight.noticed(String.valueOf(reply.find("re")));
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
            InFlight.Spoken spoken = inFlight.noticed(text.substring(0, Math.max(0, text.indexOf(' '))));
            if (spoken != null) {
                spoken.sample().delivered(now - spoken.at());
            }
        }
        return true;
    }

    @Override
    public void close() {
        session.close();
    }
}
