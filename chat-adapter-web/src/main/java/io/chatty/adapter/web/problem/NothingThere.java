package io.chatty.adapter.web.problem;

import io.chatty.adapter.web.Problems;
import io.chatty.wire.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Stands behind all routes and answers what none of them did. Left to itself Spring would log a warning for each. */
@Component
final class NothingThere extends SimpleUrlHandlerMapping implements HttpRequestHandler {

    private final Problems problems;

    NothingThere(Problems problems) {
        this.problems = problems;
        setOrder(Ordered.LOWEST_PRECEDENCE);
        setUrlMap(Map.of("/**", this));
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(ProblemCode.NOT_FOUND, request, response);
    }
}
