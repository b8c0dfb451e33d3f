package io.chatty.conformance.protocol;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the server answered to one request. Immutable. */
public final class RestAnswer {

    private static final int SHOWN_LENGTH = 500;

    private final String request;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    RestAnswer(String request, int status, HttpHeaders headers, byte[] body) {
        this.request = request;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public HttpHeaders headers() {
        return headers;
    }

    /** The first value of a header, or null. */
    public @Nullable String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    public byte[] body() {
        return body.clone();
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The body as a JSON object.
     *
     * @throws AssertionError when it is none
     */
    public JsonObject json() {
        try {
            return JsonObject.parse(text());
        } catch (IllegalArgumentException notJson) {
            throw new AssertionError("no JSON object in " + this, notJson);
        }
    }

    /**
     * This answer, if it has one of the statuses.
     *
     * @throws AssertionError showing request, status and body otherwise
     */
    public RestAnswer expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(wanted -> wanted == status)) {
            throw new AssertionError("expected " + Arrays.toString(statuses) + ", got " + this);
        }
        return this;
    }

    /**
     * The problem of RFC 9457 this answer carries, if it has this status and code and every field the contract asks for.
     *
     * @throws AssertionError otherwise
     */
    public JsonObject expectProblem(int wantedStatus, String code) {
        expect(wantedStatus);
        String type = header("Content-Type");
        if (type == null || !type.startsWith("application/problem+json")) {
            throw new AssertionError("expected application/problem+json, got " + type + " in " + this);
        }
        return Problems.complete(json(), wantedStatus, code);
    }

    /** Request line, status and the beginning of the body. */
    @Override
    public String toString() {
        String text = text();
        String shown = text.length() <= SHOWN_LENGTH ? text : text.substring(0, SHOWN_LENGTH) + "...";
        return request + " -> " + status + " " + shown;
    }
}
