package io.chatty.adapter.web;

import io.chatty.wire.OriginPolicy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/**
 * Tells requests that our own page makes from those that another page makes with a browser's help. A browser attaches
 * cookies to both; {@code Sec-Fetch-Site} and {@code Origin} cannot be forged by a page. Thread-safe.
 */
public final class OriginGuard {

    private static final String FETCH_SITE = "Sec-Fetch-Site";
    private static final String ORIGIN = "Origin";

    private final OriginPolicy origins;

    OriginGuard(OriginPolicy origins) {
        this.origins = origins;
    }

    /** Whether the request certainly comes from our own page. */
    public boolean isOwnPage(HttpServletRequest request) {
        List<String> sites = values(request, FETCH_SITE);
        if (!sites.isEmpty()) {
            return sites.equals(List.of("same-origin"));
        }
        List<String> given = values(request, ORIGIN);
        return given.size() == 1 && origins.isOwn(given.get(0), request.getScheme(), authority(request));
    }

    /** Whether the request certainly comes from another page. Programs that are no browsers say nothing and are not. */
    public boolean isOtherPage(HttpServletRequest request) {
        boolean fromBrowser = request.getHeader(FETCH_SITE) != null || request.getHeader(ORIGIN) != null;
        return fromBrowser && !isOwnPage(request);
    }

    /** Whether the page that makes the request, if one does, is ours by its {@code Origin}. */
    public boolean isOwnOrigin(String origin, HttpServletRequest request) {
        return origins.isOwn(origin, request.getScheme(), authority(request));
    }

    private static String authority(HttpServletRequest request) {
        return request.getServerName() + ":" + request.getServerPort();
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }
}
