package io.chatty.adapter.web.problem;

import io.chatty.adapter.web.ProblemAnswer;
import io.chatty.adapter.web.Problems;
import io.chatty.adapter.web.RequestIds;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers requests that never reach a servlet, since the server could not read them. */
final class ServerProblems extends ErrorHandler {

    private final Problems problems;

    ServerProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        String path = request.getHttpURI().getPath();
        ProblemAnswer answer = problems.answer(
                StatusCodes.problemOf(status, path == null ? "/" : path),
                requestId(request),
                String.valueOf(request.getHttpURI().getScheme()));
        response.setStatus(answer.status());
        answer.headers().forEach(response.getHeaders()::put);
        Content.Sink.write(response, true, answer.body(), callback);
    }

    private static String requestId(Request request) {
        return request.getAttribute(RequestIds.ATTRIBUTE) instanceof String known
                ? known
                : RequestIds.of(request.getHeaders().getValuesList(RequestIds.HEADER));
    }
}
