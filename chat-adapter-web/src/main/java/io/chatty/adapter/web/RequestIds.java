package io.chatty.adapter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a request is called in its answer and in the log: the caller's {@code X-Request-Id} if it is one of 1 to 64
 * characters of {@code [A-Za-z0-9._~-]}, which cannot forge a line of a log, else 128 random bits. Thread-safe.
 */
public final class RequestIds {

    public static final String HEADER = "X-Request-Id";

    /** The request attribute that keeps the id from the first moment to the last. */
    public static final String ATTRIBUTE = RequestIds.class.getName();

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~-]{1,64}");
    private static final int RANDOM_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestIds() {}

    /** The id of a request; the same whenever it is asked for. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String id = of(new ArrayList<>(Collections.list(request.getHeaders(HEADER))));
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** The id of a request with these headers: a new one unless exactly one acceptable id was given. */
    public static String of(List<String> given) {
        return given.size() == 1 && FORM.matcher(given.get(0)).matches() ? given.get(0) : random();
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
