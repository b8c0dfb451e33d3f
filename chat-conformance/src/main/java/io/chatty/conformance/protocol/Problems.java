package io.chatty.conformance.protocol;

/** What every refusal carries, on both transports alike. */
public final class Problems {

    private Problems() {}

    /**
     * The problem itself, if it has this status and code, {@code type}, {@code title} and {@code requestId}.
     *
     * @throws AssertionError showing the problem otherwise
     */
    public static JsonObject complete(JsonObject problem, int status, String code) {
        boolean complete = problem.has("code", code)
                && problem.has("status", status)
                && problem.string("type").endsWith("/problems/" + code)
                && !problem.string("title").isBlank()
                && !problem.string("requestId").isBlank();
        if (!complete) {
            throw new AssertionError("expected a complete problem " + status + " " + code + ", got " + problem);
        }
        return problem;
    }
}
