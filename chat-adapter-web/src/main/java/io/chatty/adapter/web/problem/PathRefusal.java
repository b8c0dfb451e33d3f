package io.chatty.adapter.web.problem;

import io.chatty.adapter.web.Problems;
import io.chatty.wire.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Answers what the firewall of Spring Security refuses: a path that cannot be anything here, or a header that is none. */
@Component
final class PathRefusal implements RequestRejectedHandler {

    private final Problems problems;

    PathRefusal(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException refusal)
            throws IOException {
        ProblemCode code =
                Paths.canExist(request.getRequestURI()) ? ProblemCode.MALFORMED_REQUEST : ProblemCode.NOT_FOUND;
        problems.write(code, request, response);
    }
}
