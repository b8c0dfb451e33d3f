package io.chatty.adapter.web;

import java.util.List;

/** Every route, and what hostile or careless callers send to it. A route that is missing here fails the build. */
final class Routes {

    private static final String NAME_61 = "n".repeat(61);
    private static final String TEXT_4001 = "t".repeat(4_001);
    private static final String ID_65 = "i".repeat(65);
    private static final String CONVERSATION = "/api/v1/conversations/c_one";
    private static final String MESSAGE = CONVERSATION + "/messages/1";
    private static final String REACTION_ROUTE = "/api/v1/conversations/{id}/messages/{seq}/reactions/{emoji}";
    private static final String REACTION = MESSAGE + "/reactions/%F0%9F%91%8D";
    private static final String BIG = "9223372036854775808";

    static final List<Route> ALL = List.of(
            Route.of("GET /api/v1/server", "/api/v1/server").forEverybody(),
            users(),
            Route.of("GET /api/v1/users/{id}", "/api/v1/users/u_bob"),
            presence(),
            conversations(),
            Route.of("PUT /api/v1/conversations/with/{userId}", "/api/v1/conversations/with/u_bob"),
            Route.of("GET /api/v1/conversations/{id}", CONVERSATION),
            settings(),
            history(),
            changes(),
            sync(),
            Route.of("GET /api/v1/conversations/{id}/messages/{seq}", MESSAGE),
            edit(),
            Route.of("DELETE /api/v1/conversations/{id}/messages/{seq}", MESSAGE),
            Route.of("PUT " + REACTION_ROUTE, REACTION),
            Route.of("DELETE " + REACTION_ROUTE, REACTION),
            Route.of("POST /api/v1/conversations/{id}/messages", CONVERSATION + "/messages")
                    .accepts("{\"text\":\"hello\"}")
                    .refuses("{}", "/text required")
                    .refuses("{\"text\":[],\"replyTo\":true}", "/text wrong-type", "/replyTo wrong-type")
                    .refuses("{\"text\":\"" + TEXT_4001 + "\"}", "/text too-long"),
            toPerson(),
            receipts());

    private Routes() {}

    private static Route users() {
        return Route.of("GET /api/v1/users", "/api/v1/users")
                .refuses("?limit=0", "?limit out-of-range")
                .refuses("?limit=101", "?limit out-of-range")
                .refuses("?limit=-1", "?limit out-of-range")
                .refuses("?limit=" + BIG, "?limit out-of-range")
                .refuses("?limit=ten", "?limit wrong-type")
                .refuses("?limit=1.0", "?limit wrong-type")
                .refuses("?limit=", "?limit wrong-type")
                .refuses("?limit=5&limit=5", "?limit conflict")
                .refuses("?q=a&q=b&limit=0", "?limit out-of-range", "?q conflict")
                .refuses("?q=" + NAME_61, "?q too-long")
                .refuses("?q=a%00", "?q invalid-character")
                .refuses("?cursor=made-up", "!invalid-cursor")
                .refuses("?cursor=", "!invalid-cursor")
                .refuses("?cursor=%F0%9F%92%A9", "!invalid-cursor")
                .refuses("?cursor=" + "A".repeat(60), "!invalid-cursor");
    }

    private static Route presence() {
        return Route.of("GET /api/v1/presence", "/api/v1/presence?userIds=u_bob")
                .refuses("?", "?userIds required")
                .refuses("?userIds=", "?userIds required")
                .refuses("?userIds=,,", "?userIds required")
                .refuses("?userIds=u_a&userIds=u_b", "?userIds conflict")
                .refuses("?userIds=" + people(101), "?userIds too-long");
    }

    private static String people(int number) {
        StringBuilder ids = new StringBuilder();
        for (int i = 0; i < number; i++) {
            ids.append(i == 0 ? "" : ",").append("u_").append(i);
        }
        return ids.toString();
    }

    private static Route conversations() {
        return Route.of("GET /api/v1/conversations", "/api/v1/conversations")
                .refuses("?limit=0", "?limit out-of-range")
                .refuses("?limit=101", "?limit out-of-range")
                .refuses("?filter=", "?filter unknown-value")
                .refuses("?filter=ALL", "?filter unknown-value")
                .refuses("?filter=muted&limit=x", "?limit wrong-type", "?filter unknown-value")
                .refuses("?filter=all&filter=archived", "?filter conflict")
                .refuses("?cursor=made-up", "!invalid-cursor");
    }

    private static Route settings() {
        return Route.of("PATCH /api/v1/conversations/{id}", CONVERSATION)
                .accepts("{\"muted\":true}")
                .refuses(
                        "{\"muted\":1,\"archived\":\"true\",\"pinned\":[],\"markedUnread\":{}}",
                        "/muted wrong-type",
                        "/archived wrong-type",
                        "/pinned wrong-type",
                        "/markedUnread wrong-type");
    }

    private static Route changes() {
        return Route.of("GET /api/v1/conversations/{id}/changes", CONVERSATION + "/changes?since=0")
                .refuses("?", "?since required")
                .refuses("?since=-1", "?since out-of-range")
                .refuses("?since=" + BIG, "?since out-of-range")
                .refuses("?since=", "?since wrong-type")
                .refuses("?since=1.5&limit=0", "?since wrong-type", "?limit out-of-range")
                .refuses("?since=1&since=2", "?since conflict")
                .refuses("?limit=101", "?limit out-of-range", "?since required");
    }

    private static Route sync() {
        return Route.of("GET /api/v1/sync", "/api/v1/sync")
                .refuses("?wait=26", "?wait out-of-range")
                .refuses("?wait=-1", "?wait out-of-range")
                .refuses("?wait=" + BIG, "?wait out-of-range")
                .refuses("?wait=long&limit=0", "?wait wrong-type", "?limit out-of-range")
                .refuses("?wait=1&wait=1", "?wait conflict")
                .refuses("?since=", "!invalid-cursor")
                .refuses("?since=made-up", "!invalid-cursor")
                .refuses("?since=%F0%9F%92%A9", "!invalid-cursor")
                .refuses("?since=" + "A".repeat(60) + "&wait=25", "!invalid-cursor");
    }

    private static Route edit() {
        return Route.of("PATCH /api/v1/conversations/{id}/messages/{seq}", MESSAGE)
                .accepts("{\"text\":\"hello\"}")
                .refuses("{}", "/text required")
                .refuses("{\"text\":null}", "/text required")
                .refuses("{\"text\":7}", "/text wrong-type")
                .refuses("{\"text\":\"\"}", "/text too-short")
                .refuses("{\"text\":\" \\u200b\"}", "/text not-visible")
                .refuses("{\"text\":\"a\\u0000\"}", "/text invalid-character")
                .refuses("{\"text\":\"" + TEXT_4001 + "\"}", "/text too-long");
    }

    private static Route history() {
        return Route.of("GET /api/v1/conversations/{id}/messages", CONVERSATION + "/messages")
                .refuses("?limit=101", "?limit out-of-range")
                .refuses("?before=-1", "?before out-of-range")
                .refuses("?after=" + BIG, "?after out-of-range")
                .refuses("?around=x", "?around wrong-type")
                .refuses("?before=1&after=2", "?after conflict")
                .refuses("?after=2&around=3", "?around conflict")
                .refuses("?before=1&after=2&around=3", "?after conflict", "?around conflict")
                .refuses("?before=1&before=2", "?before conflict");
    }

    private static Route toPerson() {
        return Route.of("POST /api/v1/messages", "/api/v1/messages")
                .accepts("{\"toUserId\":\"u_bob\",\"text\":\"hello\"}")
                .refuses("{}", "/toUserId required", "/text required")
                .refuses("{\"conversationId\":\"c_one\",\"text\":\"hello\"}", "/toUserId required")
                .refuses("{\"toUserId\":\"nobody\",\"text\":\"\"}", "/toUserId invalid-format", "/text too-short")
                .refuses("{\"toUserId\":7,\"text\":7}", "/toUserId wrong-type", "/text wrong-type")
                .refuses("{\"toUserId\":\"u_bob\",\"text\":\"" + TEXT_4001 + "\"}", "/text too-long")
                .refuses("{\"toUserId\":\"u_bob\",\"text\":\" \\u200b\\n\"}", "/text not-visible")
                .refuses("{\"toUserId\":\"u_bob\",\"text\":\"a\\u0000\"}", "/text invalid-character")
                .refuses("{\"toUserId\":\"u_bob\",\"text\":\"\\udc00\"}", "/text invalid-character")
                .refuses(
                        "{\"toUserId\":\"u_bob\",\"text\":\"a\",\"clientMessageId\":\"" + ID_65
                                + "\",\"replyTo\":0,\"readSeq\":-1}",
                        "/clientMessageId too-long",
                        "/replyTo out-of-range",
                        "/readSeq out-of-range")
                .refuses(
                        "{\"toUserId\":\"u_bob\",\"text\":\"a\",\"clientMessageId\":\"a b\",\"replyTo\":\"1\",\"readSeq\":1.5}",
                        "/clientMessageId invalid-character",
                        "/replyTo wrong-type",
                        "/readSeq wrong-type")
                .refuses(
                        "{\"toUserId\":\"u_bob\",\"text\":\"a\",\"clientMessageId\":\"\",\"replyTo\":" + BIG + "}",
                        "/clientMessageId too-short",
                        "/replyTo out-of-range");
    }

    private static Route receipts() {
        return Route.of("PUT /api/v1/conversations/{id}/receipts", CONVERSATION + "/receipts")
                .accepts("{\"readSeq\":1}")
                .refuses("{\"readSeq\":\"1\",\"deliveredSeq\":1.5}", "/readSeq wrong-type", "/deliveredSeq wrong-type")
                .refuses(
                        "{\"readSeq\":-1,\"deliveredSeq\":" + BIG + "}",
                        "/readSeq out-of-range",
                        "/deliveredSeq out-of-range");
    }
}
