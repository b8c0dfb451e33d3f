package io.chatty.conformance.client;

import io.chatty.conformance.protocol.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A server with one conversation, as small as it can be; each change answers the event that tells of it. */
final class FakeReplicaSource implements ReplicaSource {

    private static final String ID = "c_1";
    private static final int PAGE = 7;

    private final TreeMap<Long, JsonObject> messages = new TreeMap<>();
    private long rev;
    private long version;
    private long epoch;
    private int changesAsked;
    private boolean forgotten;

    JsonObject say() {
        return change("message.created", messages.size() + 1L, "said");
    }

    JsonObject edit(long seq) {
        return change("message.updated", seq, "edited");
    }

    JsonObject happen(Random random) {
        int what = random.nextInt(3);
        long seq = 1 + random.nextInt(messages.size());
        if (what == 0) {
            return say();
        }
        return what == 1 ? edit(seq) : change("message.deleted", seq, null);
    }

    private JsonObject change(String type, long seq, @Nullable String text) {
        rev++;
        JsonObject message = JsonObject.of("seq", seq, "rev", rev, "text", text == null ? null : text + rev);
        messages.put(seq, message);
        return JsonObject.of("type", type, "conversationId", ID, "rev", rev, "message", message);
    }

    JsonObject settle() {
        version++;
        return JsonObject.of("type", "conversation.updated", "conversationId", ID, "me", mine());
    }

    /** From a copy that knows the first message only. */
    void restore() {
        epoch++;
        rev = 1;
        messages.tailMap(2L).clear();
        messages.put(1L, JsonObject.of("seq", 1, "rev", 1, "text", "restored"));
    }

    void forgetInLists(boolean yes) {
        forgotten = yes;
    }

    long rev() {
        return rev;
    }

    int changesAsked() {
        return changesAsked;
    }

    List<JsonObject> messages() {
        return List.copyOf(messages.values());
    }

    /** Whether somebody who knows everything up to a number holds this, or something newer. */
    boolean isWholeUpTo(long known, List<JsonObject> copies) {
        return messages.values().stream()
                .filter(message -> message.number("rev") <= known)
                .allMatch(copies::contains);
    }

    @Override
    public JsonObject conversations() {
        return JsonObject.of("items", forgotten ? List.of() : List.of(conversation(ID)), "sync", cursor());
    }

    @Override
    public JsonObject conversation(String conversationId) {
        return JsonObject.of("id", ID, "rev", rev, "me", mine());
    }

    @Override
    public JsonObject newestPage(String conversationId) {
        return JsonObject.of("items", messages(), "rev", rev);
    }

    @Override
    public JsonObject changes(String conversationId, long sinceRev) {
        changesAsked++;
        List<JsonObject> changed = new ArrayList<>(messages.values());
        changed.removeIf(message -> message.number("rev") <= sinceRev);
        changed.sort(Comparator.comparing(message -> message.number("rev")));
        boolean more = changed.size() > PAGE;
        List<JsonObject> page = more ? changed.subList(0, PAGE) : changed;
        long reached = more ? page.get(PAGE - 1).number("rev") : rev;
        return JsonObject.of("messages", page, "rev", reached, "hasMore", more);
    }

    @Override
    public @Nullable JsonObject sync(String since, int waitSeconds) {
        return since.startsWith(epoch + "-")
                ? JsonObject.of("conversations", List.of(conversation(ID)), "next", cursor(), "hasMore", false)
                : null;
    }

    private String cursor() {
        return epoch + "-" + rev;
    }

    private JsonObject mine() {
        return JsonObject.of("version", version);
    }
}
