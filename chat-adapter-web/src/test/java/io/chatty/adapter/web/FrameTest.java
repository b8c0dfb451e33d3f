package io.chatty.adapter.web;

import static io.chatty.testkit.user.UserFixtures.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verifyNoInteractions;

import ch.qos.logback.classic.Level;
import io.chatty.domain.ErrorCode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around every route: headers, request ids, unknown paths and methods, bugs. */
class FrameTest extends WebTest {

    @Test
    void tellsEverybodyWhatTheServerIs() {
        Answer answer = anonymous("GET", "/api/v1/server").expect(200).assertHeaders();
        assertThat(answer.json().path("name").asString()).isEqualTo("Chatty");
        assertThat(answer.json().path("version").asString()).isEqualTo("1.2.3");
        assertThat(answer.json().path("directory").asString()).isEqualTo("open");
        assertThat(answer.json().path("registration").asString()).isEqualTo("closed");
        assertThat(answer.json().path("features").isArray()).isTrue();
        assertThat(answer.json().at("/limits/textCodePoints").asInt()).isEqualTo(4_000);
        assertThat(answer.json().at("/limits/bodyBytes").asInt()).isEqualTo(64 * 1024);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("application/json;charset=UTF-8");
    }

    @Test
    void showsThePage() {
        Answer answer = anonymous("GET", "/").expect(200).assertHeaders();
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(answer.text()).contains("<h1>Chatty</h1>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"readiness", "liveness"})
    void tellsEverybodyThatItIsHealthyAndNothingElse(String probe) {
        assertThat(anonymous("GET", "/actuator/health/" + probe)
                        .expect(200)
                        .assertHeaders()
                        .text())
                .isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/env",
                "/actuator/health/readiness/x",
                "/error",
                "/index.html",
                "/favicon.ico",
                "/api",
                "/api/v2/me",
                "/API/v1/server",
                "/v3/api-docs",
                "/login",
                "/problems/unknown",
                "/ws/info",
                "/api/v1/server/",
                "/.git/config"
            })
    void knowsNoOtherPath(String path) {
        call("GET", path).refused(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, 404, not-found",
        "/error, 404, not-found",
        "/actuator/env, 404, not-found",
        "/api, 401, authentication-required",
        "/api/v1/nothing, 401, authentication-required",
        "/api/v2/me, 401, authentication-required"
    })
    void tellsAStrangerOnlyThatThereIsAnApi(String path, int status, String code) {
        anonymous("GET", path).refused(status, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/users/u_a%2Fb", "/api/v1/users/u_a%5Cb", "/api/v1/users/u_a;b=c", "/api/v1//me",
                "/api/v1/users/..%2Fme", "/api/v1/users/%2e%2e/me", "/api/v1/users/u_%F0%9F%92%A9",
                        "/api/v1/users/u_%C3",
                "/api/v1/users/%25", "/%2e/api/v1/me"
            })
    void answersPathsThatCannotExistAsThoseThatDoNot(String path) {
        call("GET", path).refused(404, "not-found");
        verifyNoInteractions(getPerson, getMe);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE | /api/v1/server | GET",
                "GET | /api/v1/accounts | POST",
                "DELETE | /api/v1/me | PATCH",
                "POST | /api/v1/conversations | GET",
                "GET | /api/v1/conversations/with/u_bob | PUT",
                "TRACE | /api/v1/me | GET",
                "TRACE | / | GET",
                "BREW | /api/v1/me | GET",
                "POST | / | GET",
                "DELETE | /problems/not-found | GET",
                "POST | /actuator/health/readiness | GET"
            })
    void saysWhichMethodsAPathHas(String method, String path, String allowed) {
        assertThat(call(method, path).refused(405, "method-not-allowed").header("Allow"))
                .contains(allowed);
    }

    @Test
    void answersHeadLikeGetWithoutABody() {
        given(getMe.get(ANNA.id())).willReturn(ANNA);
        Answer head = call("HEAD", "/api/v1/me").expect(200).assertHeaders();
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length"))
                .isEqualTo(call("GET", "/api/v1/me").expect(200).header("Content-Length"));
        assertThat(call("HEAD", "/api/v1/nothing").refused(404, "not-found").body())
                .isEmpty();
    }

    @Test
    void listsTheMethodsOfAPathOnOptions() {
        assertThat(call("OPTIONS", "/api/v1/me").expect(200).assertHeaders().header("Allow"))
                .contains("GET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml",
                "nonsense",
                "application/json;charset=utf-16",
                "application/json;charset=us-ascii",
                "application/json;q=0",
                "*/*;q=0"
            })
    void refusesACallerWhoAcceptsNoJsonBeforeAnythingIsDone(String accept) {
        call("POST", "/api/v1/messages", "{}").header("Accept", accept).refused(406, "not-acceptable");
        verifyNoInteractions(sendMessage);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;charset=UTF-8",
                "application/json;version=2",
                "application/json;charset=utf-16, application/json;q=0.1",
                "text/html, */*;q=0.8",
                "application/*",
                ""
            })
    void answersInUtf8WhateverElseIsAccepted(String accept) {
        given(getMe.get(ANNA.id())).willReturn(ANNA);

        Answer answer = call("GET", "/api/v1/me").header("Accept", accept).expect(200);

        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("application/json;charset=UTF-8");
    }

    @Test
    void keepsTheRequestIdOfTheCaller() {
        String id = "A.b_c~d-" + "1".repeat(56);
        assertThat(anonymous("GET", "/api/v1/server")
                        .header("X-Request-Id", id)
                        .expect(200)
                        .header("X-Request-Id"))
                .isEqualTo(id);
        assertThat(anonymous("GET", "/api/v1/me")
                        .header("X-Request-Id", id)
                        .refused(401, "authentication-required")
                        .json()
                        .path("requestId")
                        .asString())
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "ü", "11111111111111111111111111111111111111111111111111111111111111111"})
    void makesARequestIdWhereTheCallersIsNone(String given) {
        String id = anonymous("GET", "/api/v1/server")
                .header("X-Request-Id", given)
                .expect(200)
                .header("X-Request-Id");
        assertThat(id).isNotEqualTo(given).hasSizeGreaterThanOrEqualTo(22);
    }

    @Test
    void neverMakesTheSameRequestIdTwice() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            ids.add(String.valueOf(anonymous("GET", "/").expect(200).header("X-Request-Id")));
        }
        assertThat(ids).hasSize(20);
    }

    @Test
    void keepsPrivateAnswersOutOfCaches() {
        given(getMe.get(ANNA.id())).willReturn(ANNA);
        assertThat(call("GET", "/api/v1/me").expect(200).header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void hidesABugAndLogsItOnceUnderTheRequestId() {
        given(getMe.get(ANNA.id())).willThrow(new IllegalStateException("secret inside"));
        Answer answer =
                call("GET", "/api/v1/me").header("X-Request-Id", "find-me").refused(500, "internal-error");
        assertThat(answer.text()).doesNotContain("secret");
        assertThat(log.take()).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.ERROR);
            assertThat(event.getMDCPropertyMap()).containsEntry("requestId", "find-me");
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("secret inside");
        });
    }

    @Test
    void hidesABugOfTheSecurityInFront() {
        doThrow(new IllegalStateException("secret inside")).when(authenticate).authenticate(any());
        call("GET", "/api/v1/me").refused(500, "internal-error");
        assertThat(log.take()).hasSize(1);
    }

    @Test
    void asksToComeBackWhenSomethingIsUnavailable() {
        given(getMe.get(ANNA.id())).willThrow(ErrorCode.TEMPORARILY_UNAVAILABLE.refusal());
        call("GET", "/api/v1/me").refused(503, "temporarily-unavailable");
    }

    @Test
    void answersNoOtherOrigin() {
        Answer answer = anonymous("GET", "/api/v1/server")
                .header("Origin", "https://evil.example")
                .expect(200);
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        anonymous("OPTIONS", "/api/v1/me")
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "GET")
                .refused(401, "authentication-required");
    }
}
