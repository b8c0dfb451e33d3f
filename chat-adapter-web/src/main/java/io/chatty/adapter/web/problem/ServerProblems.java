package io.chatty.adapter.web.problem;

import io.chatty.adapter.web.ProblemAnswer;
import io.chatty.adapter.web.Problems;
import io.chatty.adapter.web.RequestIds;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
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
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
    }

    /** Here not even the first line could be read, and the status is sent already. */
    @Override
    public ByteBuffer badMessageError(int status, @Nullable String reason, HttpFields.Mutable fields) {
        ProblemAnswer answer = problems.answer(StatusCodes.problemOf(status, "/"), RequestIds.of(List.of()), "http");
        answer.headers().forEach(fields::put);
        return ByteBuffer.wrap(answer.body());
    }

    private static String requestId(Request request) {
        return request.getAttribute(RequestIds.ATTRIBUTE) instanceof String known
                ? known
                : RequestIds.of(request.getHeaders().getValuesList(RequestIds.HEADER));
    }
}
