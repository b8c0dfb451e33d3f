package io.chatty.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verifyNoInteractions;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route against every kind of bad input. Whatever is sent here, no use case hears of it. */
class RoutesTest extends WebTest {

    private static final String DEEP = "{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}";

    /** Bodies that are not one JSON object. */
    private static final List<String> NOT_ONE_OBJECT = List.of(
            "",
            " ",
            "{",
            "}",
            "[]",
            "[{}]",
            "null",
            "true",
            "1",
            "\"{}\"",
            "{}{}",
            "{} x",
            "{'a':1}",
            "{a:1}",
            "{\"a\":1,}",
            "{\"a\":NaN}",
            "{\"a\":01}",
            "{\"a\":1,\"a\":1}",
            "{\"text\":\"a\",\"text\":\"b\"}",
            "{\"a\":{\"b\":1,\"b\":2}}",
            "{\"a\":\"\t\"}",
            "//\n{}",
            "\ufeff{}",
            DEEP);

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    static List<Route> all() {
        return Stream.concat(Routes.ALL.stream(), AccountRoutes.ALL.stream()).toList();
    }

    static Stream<Route> personal() {
        return all().stream().filter(route -> !route.open());
    }

    static Stream<Route> withBody() {
        return all().stream().filter(Route::hasBody);
    }

    static Stream<Route> withId() {
        return all().stream().filter(route -> route.route().contains("{"));
    }

    @AfterEach
    void nothingIsDone() {
        verifyNoInteractions(register, logIn, logOut, getMe, getPerson, browseDirectory, getPresence);
        verifyNoInteractions(listSessions, getSession, endSession, endOtherSessions, changePassword, deleteAccount);
        verifyNoInteractions(changeProfile, lookUpPerson, blockPerson, unblockPerson, listBlocks);
        verifyNoInteractions(listConversations, openConversation, getConversation, readHistory, getMessage);
        verifyNoInteractions(sendMessage, updateReceipts, editMessage, deleteMessage, addReaction, removeReaction);
        verifyNoInteractions(changeSettings, readChanges, sync, connect, disconnect);
    }

    @Test
    void areAllInTheTable() {
        Set<String> mapped = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(RoutesTest::names)
                .filter(route -> route.contains(" /api/"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(mapped)
                .containsExactlyInAnyOrderElementsOf(
                        all().stream().map(Route::route).toList());
    }

    @ParameterizedTest
    @MethodSource("personal")
    void askForASession(Route route) {
        Call nobody = anonymous(route.verb(), route.example());
        (route.hasBody() ? nobody.json(route.body()) : nobody).refused(401, "authentication-required");
        for (String authorization : List.of(
                "Bearer never-given-out",
                "Bearer",
                "Bearer ",
                "Basic YTpi",
                TOKEN,
                "Bearer " + TOKEN + " x",
                "Bearer ü")) {
            anonymous(route.verb(), route.example())
                    .header("Authorization", authorization)
                    .refused(401, "authentication-required");
        }
        String separator = route.example().contains("?") ? "&" : "?";
        anonymous(route.verb(), route.example() + separator + "access_token=" + TOKEN + "&token=" + TOKEN)
                .refused(401, "authentication-required");
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void readOneJsonObject(Route route) {
        for (String body : NOT_ONE_OBJECT) {
            call(route.verb(), route.example(), body).refused(400, "malformed-request");
        }
        for (byte[] body : List.of(
                "{}".getBytes(StandardCharsets.UTF_16BE),
                "{}".getBytes(StandardCharsets.UTF_16),
                new byte[] {'{', 0, 0, 0, '}', 0, 0, 0},
                new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'},
                new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'},
                new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'})) {
            call(route.verb(), route.example())
                    .header("Content-Type", "application/json")
                    .body(body)
                    .refused(400, "malformed-request");
        }
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void readNothingButJson(Route route) {
        byte[] body = route.body().getBytes(StandardCharsets.UTF_8);
        call(route.verb(), route.example()).body(body).refused(415, "unsupported-media-type");
        for (String type : List.of(
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "nonsense",
                "application/*",
                "*/*",
                "application/problem+json",
                "application/json; charset=iso-8859-1",
                "application/json; charset=utf-16",
                "application/json; charset=none")) {
            call(route.verb(), route.example())
                    .header("Content-Type", type)
                    .body(body)
                    .refused(415, "unsupported-media-type");
        }
        call(route.verb(), route.example(), route.body())
                .header("Content-Encoding", "gzip")
                .refused(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @MethodSource("all")
    void readNothingTooLarge(Route route) {
        byte[] body = new byte[64 * 1024 + 1];
        call(route.verb(), route.example())
                .header("Content-Type", "application/json")
                .body(body)
                .refused(413, "payload-too-large");
        call(route.verb(), route.example())
                .header("Content-Type", "application/json")
                .chunked(body)
                .refused(413, "payload-too-large");
    }

    @ParameterizedTest
    @MethodSource("all")
    void nameAllThatIsWrong(Route route) {
        for (Route.Bad bad : route.bad()) {
            Answer answer = bad.input().startsWith("?")
                    ? call(route.verb(), route.example().replaceAll("[?].*", "") + bad.input())
                            .refused(400, bad.code())
                    : call(route.verb(), route.example(), bad.input()).refused(400, bad.code());
            if (bad.code().equals("validation-failed")) {
                assertThat(answer.errors()).as(bad.input()).containsExactlyElementsOf(bad.errors());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("withId")
    void knowNoImpossibleIds(Route route) {
        for (String id : List.of("x", "u_", "c_", "u_a.b", "U_a", "c_" + "a".repeat(63), "0", "-1", "null", "1e3")) {
            String path = route.route().substring(route.verb().length() + 1) + query(route);
            Map<String, String> segments = Map.of("{id}", id, "{userId}", id, "{seq}", "1", "{emoji}", "%F0%9F%91%8D");
            for (var segment : segments.entrySet()) {
                path = path.replace(segment.getKey(), segment.getValue());
            }
            Call call = call(route.verb(), path);
            (route.hasBody() ? call.json(route.body()) : call).refused(404, "not-found");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void answerJsonOnly(Route route) {
        for (String accept : List.of("text/html, image/*;q=0.8", "application/json;charset=utf-16")) {
            Call call = call(route.verb(), route.example()).header("Accept", accept);
            (route.hasBody() ? call.json(route.body()) : call).refused(406, "not-acceptable");
        }
    }

    private static String query(Route route) {
        int question = route.example().indexOf('?');
        return question < 0 ? "" : route.example().substring(question);
    }

    private static Stream<String> names(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .flatMap(method -> info.getPatternValues().stream().map(pattern -> method + " " + pattern));
    }
}
