package io.chatty.endtoend;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes as the application itself maps them, so that a new one is looked at as well. */
final class MappedRoutes {

    private MappedRoutes() {}

    /** All of them, such as {@code GET /api/v1/me}. */
    static Set<String> of(RequestMappingHandlerMapping mapping) {
        Set<String> routes = new TreeSet<>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getMethodsCondition()
                        .getMethods()
                        .forEach(method ->
                                info.getPatternValues().forEach(pattern -> routes.add(method + " " + pattern))));
        return routes;
    }
}
