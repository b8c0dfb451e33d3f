package io.chatty.adapter.web.request;

import io.chatty.wire.JsonFields;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds a body that no controller reads to the limit of all others, before anything is done. */
@Component
final class UnaskedBodies implements HandlerInterceptor {

    private final RequestBodies bodies;

    UnaskedBodies(RequestBodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !readsBody(method)) {
            bodies.refuseTooLong(request);
            if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
                bodies.read(request);
            }
        }
        return true;
    }

    private static boolean readsBody(HandlerMethod method) {
        return Stream.of(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(JsonFields.class::equals);
    }
}
