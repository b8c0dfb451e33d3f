package io.chatty.adapter.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The headers that every answer starts with, also one that no controller has seen. Strict, since all that browsers render
 * here are plain pages: nothing is loaded, framed, sniffed or kept. A controller of a page that is the same for everybody
 * replaces {@code Cache-Control}, and nothing else.
 */
final class AnswerHeaders {

    private static final Map<String, String> ALWAYS = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy",
                    "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer");

    /** One year, the least that browsers' preload lists ask for. */
    private static final String STRICT_TRANSPORT = "max-age=31536000; includeSubDomains";

    private AnswerHeaders() {}

    /** @param secure whether people reach the server by https */
    static Map<String, String> of(String requestId, boolean secure) {
        Map<String, String> headers = new LinkedHashMap<>(ALWAYS);
        headers.put(RequestIds.HEADER, requestId);
        if (secure) {
            headers.put("Strict-Transport-Security", STRICT_TRANSPORT);
            // Elsewhere browsers ignore it, and complain of it in their console.
            headers.put("Cross-Origin-Opener-Policy", "same-origin");
        }
        return headers;
    }
}
