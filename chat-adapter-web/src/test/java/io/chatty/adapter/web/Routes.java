package io.chatty.adapter.web;

import java.util.List;

/** Every route, and what hostile or careless callers send to it. A route that is missing here fails the build. */
final class Routes {

    private static final String NAME_61 = "n".repeat(61);
    private static final String TEXT_4001 = "t".repeat(4_001);
    private static final String MAIL_255 = "m".repeat(249) + "@a.org";
    private static final String ID_65 = "i".repeat(65);
    private static final String CONVERSATION = "/api/v1/conversations/c_one";
    private static final String BIG = "9223372036854775808";

    static final List<Route> ALL = List.of(
            Route.of("GET /api/v1/server", "/api/v1/server").forEverybody(),
            accounts(),
            sessions(),
            Route.of("DELETE /api/v1/sessions/current", "/api/v1/sessions/current"),
            Route.of("GET /api/v1/me", "/api/v1/me"),
            users(),
            Route.of("GET /api/v1/users/{id}", "/api/v1/users/u_bob"),
            presence(),
            Route.of("GET /api/v1/conversations", "/api/v1/conversations")
                    .refuses("?limit=0", "?limit out-of-range")
                    .refuses("?limit=101", "?limit out-of-range")
                    .refuses("?cursor=made-up", "!invalid-cursor"),
            Route.of("PUT /api/v1/conversations/with/{userId}", "/api/v1/conversations/with/u_bob"),
            Route.of("GET /api/v1/conversations/{id}", CONVERSATION),
            history(),
            Route.of("GET /api/v1/conversations/{id}/messages/{seq}", CONVERSATION + "/messages/1"),
            Route.of("POST /api/v1/conversations/{id}/messages", CONVERSATION + "/messages")
                    .accepts("{\"text\":\"hello\"}")
                    .refuses("{}", "/text required")
                    .refuses("{\"text\":[],\"replyTo\":true}", "/text wrong-type", "/replyTo wrong-type")
                    .refuses("{\"text\":\"" + TEXT_4001 + "\"}", "/text too-long"),
            toPerson(),
            receipts());

    private Routes() {}

    private static Route accounts() {
        return Route.of("POST /api/v1/accounts", "/api/v1/accounts")
                .forEverybody()
                .accepts("{\"email\":\"anna@example.org\",\"name\":\"Anna\",\"password\":\"three tall trees\"}")
                .refuses("{}", "/email required", "/name required", "/password required")
                .refuses(
                        "{\"email\":null,\"name\":null,\"password\":null}",
                        "/email required",
                        "/name required",
                        "/password required")
                .refuses(
                        "{\"email\":1,\"name\":[],\"password\":{},\"client\":true,\"tokenDelivery\":0}",
                        "/email wrong-type",
                        "/name wrong-type",
                        "/password wrong-type",
                        "/client wrong-type",
                        "/tokenDelivery wrong-type")
                .refuses(account(MAIL_255, NAME_61), "/email too-long", "/name too-long")
                .refuses(account("a@b@c", ""), "/email invalid-format", "/name too-short")
                .refuses(account("a b@c", "\\u200b\\u200b"), "/email invalid-character", "/name not-visible")
                .refuses(account("a@b", "\\u202eevil"), "/name invalid-character")
                .refuses(account("a@b", "\\ud800"), "/name invalid-character")
                .refuses(
                        "{\"email\":\"a@b\",\"name\":\"A\",\"password\":\"three tall trees\",\"client\":\""
                                + "c".repeat(101) + "\",\"tokenDelivery\":\"url\"}",
                        "/client too-long",
                        "/tokenDelivery unknown-value");
    }

    private static String account(String email, String name) {
        return "{\"email\":\"" + email + "\",\"name\":\"" + name + "\",\"password\":\"three tall trees\"}";
    }

    private static Route sessions() {
        return Route.of("POST /api/v1/sessions", "/api/v1/sessions")
                .forEverybody()
                .accepts("{\"email\":\"anna@example.org\",\"password\":\"three tall trees\"}")
                .refuses("{}", "/email required", "/password required")
                .refuses("{\"email\":[],\"password\":1}", "/email wrong-type", "/password wrong-type")
                .refuses(
                        "{\"email\":\"a@b\",\"password\":\"p\",\"tokenDelivery\":\"BODY\"}",
                        "/tokenDelivery unknown-value");
    }

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
