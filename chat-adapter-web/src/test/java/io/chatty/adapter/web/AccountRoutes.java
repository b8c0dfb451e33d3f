package io.chatty.adapter.web;

import java.util.List;

/** The routes of accounts, sessions and what stands between people. */
final class AccountRoutes {

    private static final String NAME_61 = "n".repeat(61);
    private static final String MAIL_255 = "m".repeat(249) + "@a.org";

    static final List<Route> ALL = List.of(
            accounts(),
            sessions(),
            sessionList(),
            Route.of("GET /api/v1/sessions/current", "/api/v1/sessions/current"),
            Route.of("DELETE /api/v1/sessions/current", "/api/v1/sessions/current"),
            Route.of("GET /api/v1/sessions/{id}", "/api/v1/sessions/s_one"),
            Route.of("DELETE /api/v1/sessions/{id}", "/api/v1/sessions/s_one"),
            Route.of("DELETE /api/v1/sessions", "/api/v1/sessions"),
            Route.of("GET /api/v1/me", "/api/v1/me"),
            profile(),
            password(),
            deletion(),
            blocks(),
            Route.of("PUT /api/v1/me/blocks/{userId}", "/api/v1/me/blocks/u_bob"),
            Route.of("DELETE /api/v1/me/blocks/{userId}", "/api/v1/me/blocks/u_bob"),
            lookUp());

    private AccountRoutes() {}

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

    private static Route sessionList() {
        return Route.of("GET /api/v1/sessions", "/api/v1/sessions")
                .refuses("?limit=0", "?limit out-of-range")
                .refuses("?limit=x", "?limit wrong-type")
                .refuses("?cursor=made-up", "!invalid-cursor");
    }

    private static Route profile() {
        return Route.of("PATCH /api/v1/me", "/api/v1/me")
                .accepts("{\"name\":\"Anna\"}")
                .refuses("{\"name\":1,\"preferences\":[]}", "/name wrong-type", "/preferences wrong-type")
                .refuses("{\"name\":\"" + NAME_61 + "\"}", "/name too-long")
                .refuses("{\"name\":\" \"}", "/name too-short")
                .refuses("{\"name\":\"\\u202eevil\"}", "/name invalid-character")
                .refuses("{\"name\":\"\\u200b\"}", "/name not-visible")
                .refuses(
                        "{\"preferences\":{\"readReceipts\":1,\"presence\":\"true\",\"discoverable\":[]}}",
                        "/preferences/readReceipts wrong-type",
                        "/preferences/presence wrong-type",
                        "/preferences/discoverable wrong-type");
    }

    private static Route password() {
        return Route.of("PUT /api/v1/me/password", "/api/v1/me/password")
                .accepts("{\"currentPassword\":\"three tall trees\",\"newPassword\":\"four tall trees\"}")
                .refuses("{}", "/currentPassword required", "/newPassword required")
                .refuses(
                        "{\"currentPassword\":1,\"newPassword\":[]}",
                        "/currentPassword wrong-type",
                        "/newPassword wrong-type");
    }

    private static Route deletion() {
        return Route.of("POST /api/v1/me/deletion", "/api/v1/me/deletion")
                .accepts("{\"password\":\"three tall trees\"}")
                .refuses("{}", "/password required")
                .refuses("{\"password\":true}", "/password wrong-type");
    }

    private static Route blocks() {
        return Route.of("GET /api/v1/me/blocks", "/api/v1/me/blocks")
                .refuses("?limit=101", "?limit out-of-range")
                .refuses("?cursor=made-up", "!invalid-cursor");
    }

    private static Route lookUp() {
        return Route.of("POST /api/v1/users/lookup", "/api/v1/users/lookup")
                .accepts("{\"email\":\"bob@example.org\"}")
                .refuses("{}", "/email required")
                .refuses("{\"email\":1}", "/email wrong-type")
                .refuses("{\"email\":\"bob\"}", "/email invalid-format")
                .refuses("{\"email\":\"" + MAIL_255 + "\"}", "/email too-long");
    }
}
