package io.chatty.adapter.web;

import io.chatty.wire.Json;
import io.chatty.wire.ProblemResponse;
import java.util.Map;

/**
 * A problem, ready to be sent by whatever speaks HTTP.
 *
 * @param headers complete, but for what the sender knows of its connection
 * @param body to be sent in UTF-8
 */
public record ProblemAnswer(int status, Map<String, String> headers, String body) {

    private static final String CONTENT_TYPE = ProblemResponse.MEDIA_TYPE + ";charset=UTF-8";

    /** What is unavailable is asked for again after so many seconds; a store needs about as long to come back. */
    private static final String RETRY_AFTER_SECONDS = "2";

    private static final int UNAUTHORIZED = 401;
    private static final int UNAVAILABLE = 503;

    static ProblemAnswer of(ProblemResponse problem, boolean secure) {
        Map<String, String> headers = AnswerHeaders.of(problem.requestId(), secure);
        headers.put("Content-Type", CONTENT_TYPE);
        if (problem.status() == UNAUTHORIZED) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        if (problem.status() == UNAVAILABLE) {
            headers.put("Retry-After", RETRY_AFTER_SECONDS);
        }
        return new ProblemAnswer(problem.status(), headers, Json.write(problem));
    }
}
