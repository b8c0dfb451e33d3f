package io.chatty.conformance.client;

import io.chatty.conformance.protocol.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a client holds of its person's conversations, kept whole by the rule of the contract, whatever becomes of the events
 * it should hear. Thread-safe.
 *
 * <p>Of a message the copy with the higher {@code rev} counts. A conversation is known up to its number r, which only events
 * in sequence and answers of {@code changes} move: an event up to r is old, r + 1 is applied, and one beyond waits for those
 * before it; if they do not come in {@link #GAP_PATIENCE}, {@link #closeGaps} reads them.
 */
public final class Replica {

    /** How long to wait for an event that another one has overtaken. */
    public static final Duration GAP_PATIENCE = Duration.ofMillis(300);

    private static final String REV = "rev";

    private final ReplicaSource source;
    private final Map<String, Held> held = new HashMap<>();
    private @Nullable String cursor;

    /** A replica that knows nothing yet. */
    public Replica(ReplicaSource source) {
        this.source = source;
    }

    /**
     * Becomes whole: to be called after each reconnect once events arrive again, and now and then in between.
     *
     * @param waitSeconds how long to wait for something to happen if nothing has
     */
    public synchronized void sync(int waitSeconds) {
        if (cursor == null) {
            start();
            return;
        }
        int wait = waitSeconds;
        boolean more = true;
        while (more) {
            JsonObject answer = source.sync(cursor, wait);
            if (answer == null) {
                start();
                return;
            }
            answer.objects("conversations").forEach(this::see);
            cursor = answer.string("next");
            more = answer.truth("hasMore");
            wait = 0;
        }
    }

    /**
     * Takes an event.
     *
     * @return whether events before it are missing
     */
    public synchronized boolean hear(JsonObject event) {
        String type = event.string("type");
        if (type.equals("sync.required")) {
            sync(0);
        }
        if (!event.has("conversationId")) {
            return false;
        }
        Held conversation = held.get(event.string("conversationId"));
        if (conversation == null) {
            see(source.conversation(event.string("conversationId")));
            return false;
        }
        if (type.startsWith("message.")) {
            conversation.hear(event.number(REV), event.object("message"));
        } else if (type.equals("conversation.updated")) {
            conversation.settle(event.object("me"));
        }
        return conversation.hasGap();
    }

    /** Reads what is missing before events that have come. */
    public synchronized void closeGaps() {
        held.values().stream().filter(Held::hasGap).forEach(this::catchUp);
    }

    /** The number up to which a conversation is known; 0 if it is not. */
    public synchronized long rev(String conversationId) {
        Held conversation = held.get(conversationId);
        return conversation == null ? 0 : conversation.rev;
    }

    /** The messages held of a conversation, ascending by {@code seq}. */
    public synchronized List<JsonObject> messages(String conversationId) {
        Held conversation = held.get(conversationId);
        return conversation == null ? List.of() : List.copyOf(conversation.messages.values());
    }

    /** My settings and marks in a conversation that is held. */
    public synchronized JsonObject mine(String conversationId) {
        Held conversation = held.get(conversationId);
        if (conversation == null) {
            throw new AssertionError("no conversation " + conversationId);
        }
        return conversation.me;
    }

    /** Forgets everything and begins again. */
    private void start() {
        held.clear();
        JsonObject page = source.conversations();
        cursor = page.string("sync");
        page.objects("items").forEach(this::see);
    }

    /** The state of a conversation, from wherever it came: where it is ahead, what changed is read. */
    private void see(JsonObject state) {
        String id = state.string("id");
        Held known = held.get(id);
        if (known == null) {
            Held begun = new Held(id, state.number(REV), state.object("me"));
            held.put(id, begun);
            JsonObject page = source.newestPage(id);
            page.objects("items").forEach(begun::take);
            if (page.number(REV) < begun.rev) {
                read(begun, page.number(REV));
            }
            return;
        }
        known.settle(state.object("me"));
        if (state.number(REV) > known.rev) {
            catchUp(known);
        }
    }

    private void catchUp(Held conversation) {
        read(conversation, conversation.rev);
    }

    private void read(Held conversation, long since) {
        long from = since;
        boolean more = true;
        while (more) {
            JsonObject answer = source.changes(conversation.id, from);
            answer.objects("messages").forEach(conversation::take);
            from = answer.number(REV);
            more = answer.truth("hasMore");
            conversation.reach(from);
        }
    }

    /** One conversation. */
    private static final class Held {

        private final String id;
        private final SortedMap<Long, JsonObject> messages = new TreeMap<>();
        private final SortedMap<Long, JsonObject> early = new TreeMap<>();
        private long rev;
        private JsonObject me;

        Held(String id, long rev, JsonObject me) {
            this.id = id;
            this.rev = rev;
            this.me = me;
        }

        void hear(long eventRev, JsonObject message) {
            if (eventRev > rev) {
                early.put(eventRev, message);
                reach(rev);
            }
        }

        /** Everything up to a number is known, and with it what came early and now is in sequence. */
        void reach(long reached) {
            rev = Math.max(rev, reached);
            List<Long> due = new ArrayList<>();
            for (Map.Entry<Long, JsonObject> next : early.entrySet()) {
                if (next.getKey() > rev + 1) {
                    break;
                }
                take(next.getValue());
                rev = Math.max(rev, next.getKey());
                due.add(next.getKey());
            }
            due.forEach(early::remove);
        }

        void take(JsonObject message) {
            messages.merge(
                    message.number("seq"),
                    message,
                    (mine, other) -> other.number(REV) > mine.number(REV) ? other : mine);
        }

        void settle(JsonObject other) {
            me = other.number("version") > me.number("version") ? other : me;
        }

        boolean hasGap() {
            return !early.isEmpty();
        }
    }
}
