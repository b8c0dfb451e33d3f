package io.chatty.endtoend;

import io.chatty.conformance.protocol.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each route and destination answers to those who may not reach somebody. */
final class AccessTable {

    private static final String TALK = "/api/v1/conversations/CONVERSATION";
    private static final String TALK_ROUTE = "/api/v1/conversations/{id}";
    private static final String REACTION = "/messages/1/reactions/%F0%9F%91%8D";
    private static final String TEXT = "{\"text\":\"hello\"}";

    /** In this order: what deletes comes after what needs it. */
    static final List<Entry> ROUTES = List.of(
            Entry.open("GET /api/v1/server"),
            Entry.open("POST /api/v1/accounts"),
            Entry.open("POST /api/v1/sessions"),
            Entry.own("GET /api/v1/me"),
            Entry.own("PATCH /api/v1/me"),
            Entry.own("PUT /api/v1/me/password"),
            Entry.own("POST /api/v1/me/deletion"),
            Entry.own("GET /api/v1/me/blocks"),
            Entry.own("GET /api/v1/sessions"),
            Entry.own("DELETE /api/v1/sessions"),
            Entry.own("GET /api/v1/sessions/current"),
            Entry.own("DELETE /api/v1/sessions/current"),
            Entry.own("GET /api/v1/users"),
            Entry.own("GET /api/v1/conversations"),
            Entry.own("GET /api/v1/sync"),
            new Entry("GET /api/v1/sessions/{id}", "/api/v1/sessions/SESSION", "", 404, 404),
            new Entry("DELETE /api/v1/sessions/{id}", "/api/v1/sessions/SESSION", "", 404, 404),
            new Entry("GET /api/v1/users/{id}", "/api/v1/users/USER", "", 404, 200),
            new Entry("POST /api/v1/users/lookup", "/api/v1/users/lookup", "{\"email\":\"EMAIL\"}", 200, 200),
            new Entry("GET /api/v1/presence", "/api/v1/presence?userIds=USER", "", 200, 200),
            new Entry("PUT /api/v1/conversations/with/{userId}", "/api/v1/conversations/with/USER", "", 404, 200),
            new Entry(
                    "POST /api/v1/messages",
                    "/api/v1/messages",
                    "{\"toUserId\":\"USER\",\"text\":\"hello\"}",
                    404,
                    403),
            new Entry("GET " + TALK_ROUTE, TALK, "", 404, 200),
            new Entry("PATCH " + TALK_ROUTE, TALK, "{\"muted\":true}", 404, 200),
            new Entry("GET " + TALK_ROUTE + "/messages", TALK + "/messages", "", 404, 200),
            new Entry("POST " + TALK_ROUTE + "/messages", TALK + "/messages", TEXT, 404, 403),
            new Entry("GET " + TALK_ROUTE + "/changes", TALK + "/changes?since=0", "", 404, 200),
            new Entry("PUT " + TALK_ROUTE + "/receipts", TALK + "/receipts", "{\"readSeq\":1}", 404, 200),
            new Entry("GET " + TALK_ROUTE + "/messages/{seq}", TALK + "/messages/1", "", 404, 200),
            new Entry("PATCH " + TALK_ROUTE + "/messages/{seq}", TALK + "/messages/1", TEXT, 404, 403),
            new Entry("PUT " + TALK_ROUTE + "/messages/{seq}/reactions/{emoji}", TALK + REACTION, "", 404, 403),
            new Entry("DELETE " + TALK_ROUTE + "/messages/{seq}/reactions/{emoji}", TALK + REACTION, "", 404, 403),
            new Entry("DELETE " + TALK_ROUTE + "/messages/{seq}", TALK + "/messages/1", "", 404, 204),
            new Entry("PUT /api/v1/me/blocks/{userId}", "/api/v1/me/blocks/USER", "", 404, 204),
            new Entry("DELETE /api/v1/me/blocks/{userId}", "/api/v1/me/blocks/USER", "", 204, 204));

    private AccessTable() {}

    /** Every destination that takes commands. */
    static Map<String, Outcome> destinations() {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        String text = "\"clientMessageId\":\"one\",\"text\":\"hello\"}";
        outcomes.put(
                "/app/messages.send",
                new Outcome("{\"conversationId\":\"CONVERSATION\"," + text, "not-found", "cannot-message-user"));
        outcomes.put(
                "/app/receipts", new Outcome("{\"conversationId\":\"CONVERSATION\",\"readSeq\":1}", "not-found", ""));
        outcomes.put(
                "/app/typing", new Outcome("{\"conversationId\":\"CONVERSATION\",\"active\":true}", "not-found", ""));
        outcomes.put("/app/presence.watch", new Outcome("{\"userIds\":[\"USER\"]}", "", ""));
        outcomes.put("/app/presence", new Outcome("{\"state\":\"active\"}", "", ""));
        return outcomes;
    }

    /** Puts ids where their names stand. */
    static String fill(String text, Map<String, String> ids) {
        String filled = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace(id.getKey(), id.getValue());
        }
        return filled;
    }

    /**
     * A route.
     *
     * @param path with names where ids stand; empty where it addresses nobody
     * @param json of the body; empty where it takes none
     * @param stranger the status for somebody who may not know of what is addressed
     * @param blocked the status for somebody whom the addressed person blocks
     */
    record Entry(String name, String path, String json, int stranger, int blocked) {

        static Entry open(String name) {
            return new Entry(name, "", "open", 0, 0);
        }

        static Entry own(String name) {
            return new Entry(name, name.substring(name.indexOf(' ') + 1), "", 0, 0);
        }

        boolean open() {
            return json.equals("open");
        }

        /** Whether it is about somebody else. */
        boolean addresses() {
            return stranger > 0;
        }

        String verb() {
            return name.substring(0, name.indexOf(' '));
        }

        @Nullable
        JsonObject body(Map<String, String> ids) {
            return json.isEmpty() ? null : JsonObject.parse(fill(json, ids));
        }
    }

    /**
     * What a destination answers: the code of a nack, or nothing where the command is taken.
     *
     * @param json of the body, with names where ids stand
     */
    record Outcome(String json, String stranger, String blocked) {

        JsonObject body(Map<String, String> ids) {
            return JsonObject.parse(fill(json, ids));
        }
    }
}
