package io.chatty.adapter.web.problem;

import io.chatty.adapter.web.Problems;
import io.chatty.wire.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * Answers what the firewall of Spring Security refuses: a method that no path has, TRACE above all; a path that cannot be
 * anything here; a header that is none.
 */
@Component
final class FirewallRefusal implements RequestRejectedHandler {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Problems problems;

    FirewallRefusal(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException refusal)
            throws IOException {
        if (!METHODS.contains(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", METHODS));
            problems.write(ProblemCode.METHOD_NOT_ALLOWED, request, response);
        } else if (Paths.canExist(request.getRequestURI())) {
            problems.write(ProblemCode.MALFORMED_REQUEST, request, response);
        } else {
            problems.write(ProblemCode.NOT_FOUND, request, response);
        }
    }
}
