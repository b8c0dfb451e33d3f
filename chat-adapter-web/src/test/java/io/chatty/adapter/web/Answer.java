package io.chatty.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.wire.Json;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the server answered. */
record Answer(int status, HttpHeaders headers, byte[] body) {

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return Json.mapper().readTree(body);
    }

    /** The only value of a header, or null without one. */
    @Nullable
    String header(String name) {
        List<String> values = headers.allValues(name);
        assertThat(values).as(name).hasSizeLessThanOrEqualTo(1);
        return values.isEmpty() ? null : values.get(0);
    }

    /** The pointers and codes of a validation failure, {@code /text too-long} for instance. */
    List<String> errors() {
        List<String> errors = new ArrayList<>();
        json().path("errors")
                .forEach(error -> errors.add(error.path("pointer").stringValue() + " "
                        + error.path("code").stringValue()));
        return errors;
    }

    Answer assertProblem(int expectedStatus, String code) {
        assertThat(status).as(text()).isEqualTo(expectedStatus);
        assertThat(header("Content-Type")).isEqualToIgnoringCase("application/problem+json;charset=UTF-8");
        if (body.length > 0) {
            assertProblemBody(expectedStatus, code);
        }
        assertHeaders();
        assertThat(header("Cache-Control")).isEqualTo("no-store");
        assertThat(header("WWW-Authenticate")).isEqualTo(status == 401 ? "Bearer" : null);
        assertThat(header("Retry-After") != null).isEqualTo(status == 503 || status == 429);
        assertThat(header("RateLimit") != null).as("RateLimit").isEqualTo(status == 429);
        assertThat(header("RateLimit-Policy") != null).as("RateLimit-Policy").isEqualTo(status == 429);
        assertThat(header("Allow") != null).as("Allow").isEqualTo(status == 405);
        return this;
    }

    /** What every answer carries. */
    Answer assertHeaders() {
        assertThat(header("X-Request-Id")).matches("[A-Za-z0-9._~-]{1,64}");
        assertThat(header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header("Content-Security-Policy"))
                .contains("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
        return this;
    }

    private void assertProblemBody(int expectedStatus, String code) {
        JsonNode problem = json();
        assertThat(problem.path("code").asString()).as(text()).isEqualTo(code);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + code);
        assertThat(problem.path("status").asInt()).isEqualTo(expectedStatus);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("requestId").asString()).isEqualTo(header("X-Request-Id"));
        assertThat(problem.path("errors").isMissingNode()).isEqualTo(!code.equals("validation-failed"));
        assertThat(text()).doesNotContain("Exception", "io.chatty", "springframework", "jetty", "java.");
    }
}
