package io.chatty.adapter.web.problem;

import io.chatty.wire.ProblemCode;

/** What the statuses mean by which a framework or the server refuses a request before our code sees it. */
final class StatusCodes {

    private StatusCodes() {}

    /**
     * The problem that a status stands for.
     *
     * @param path of the request, as written
     */
    static ProblemCode problemOf(int status, String path) {
        return switch (status) {
            case 404 -> ProblemCode.NOT_FOUND;
            case 405, 501 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 413, 414, 431 -> ProblemCode.PAYLOAD_TOO_LARGE;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ProblemCode.TEMPORARILY_UNAVAILABLE;
            default -> {
                if (isClientError(status)) {
                    yield Paths.canExist(path) ? ProblemCode.MALFORMED_REQUEST : ProblemCode.NOT_FOUND;
                }
                yield ProblemCode.INTERNAL_ERROR;
            }
        };
    }

    /** Also a version of HTTP that is none (505) is the caller's mistake. */
    private static boolean isClientError(int status) {
        return status < 500 || status == 505;
    }
}
