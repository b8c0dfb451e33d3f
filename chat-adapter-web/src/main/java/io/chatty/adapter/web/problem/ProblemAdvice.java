package io.chatty.adapter.web.problem;

import io.chatty.adapter.web.ProblemException;
import io.chatty.adapter.web.Problems;
import io.chatty.domain.ChatException;
import io.chatty.wire.MalformedRequestException;
import io.chatty.wire.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns what a controller, or the framework on the way to one, throws into a problem. */
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void refusal(ChatException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(e, request, response);
    }

    @ExceptionHandler
    void problem(ProblemException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(e.code(), request, response);
    }

    @ExceptionHandler(MalformedRequestException.class)
    void unreadable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(ProblemCode.MALFORMED_REQUEST, request, response);
    }

    /** Only segments of paths are converted by the framework, and one that cannot be an id names nothing. */
    @ExceptionHandler(TypeMismatchException.class)
    void impossibleId(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(ProblemCode.NOT_FOUND, request, response);
    }

    @ExceptionHandler
    void wrongMethod(HttpRequestMethodNotSupportedException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        e.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        problems.write(ProblemCode.METHOD_NOT_ALLOWED, request, response);
    }

    /** Nobody is left to be answered: the connection broke while the request or its answer was under way. */
    @ExceptionHandler
    void goneAway(IOException e) {
        LOG.debug("The caller is gone: {}", e.toString());
    }

    @ExceptionHandler
    void unwritable(HttpMessageNotWritableException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (e.getMostSpecificCause() instanceof IOException gone) {
            goneAway(gone);
        } else {
            problems.writeBug(e, request, response);
        }
    }

    /** What is left: refusals of the framework, which know their status, and bugs. */
    @ExceptionHandler
    void other(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemCode code = e instanceof ErrorResponse refusal
                ? StatusCodes.problemOf(refusal.getStatusCode().value(), request.getRequestURI())
                : ProblemCode.INTERNAL_ERROR;
        if (code == ProblemCode.INTERNAL_ERROR) {
            problems.writeBug(e, request, response);
        } else {
            problems.write(code, request, response);
        }
    }
}
