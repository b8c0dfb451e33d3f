package io.chatty.adapter.web;

import io.chatty.domain.InvalidValueException;
import io.chatty.domain.ValidationException;
import io.chatty.domain.Violation;
import io.chatty.domain.ViolationCode;
import io.chatty.wire.Words;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request, read parameter by parameter. What breaks a rule is gathered, so that a caller learns of
 * everything that is wrong at once, in {@link #check()}. Unknown parameters are ignored; one that is known is given once.
 * Used by one thread.
 */
public final class Query {

    public static final int MAX_LIMIT = 100;

    private static final String LIMIT = "limit";
    private static final long DEFAULT_LIMIT = 50;
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");

    private final String path;
    private final Map<String, List<String>> encoded = new LinkedHashMap<>();
    private final Map<String, String> known = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    /**
     * @param path of the request, as written
     * @param query what stands behind the question mark, as written; null if nothing does
     */
    public Query(String path, @Nullable String query) {
        this.path = path;
        if (query != null) {
            for (String pair : query.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                encoded.computeIfAbsent(decodedName(name), n -> new ArrayList<>())
                        .add(equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
    }

    /** A text, or null if it was left out or breaks a rule. */
    public @Nullable String text(String name) {
        List<String> values = encoded.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            reject(name, ViolationCode.CONFLICT, "It is given more than once.");
            return null;
        }
        try {
            String value = URLDecoder.decode(values.get(0), StandardCharsets.UTF_8);
            known.put(name, value);
            return value;
        } catch (IllegalArgumentException e) {
            reject(name, ViolationCode.INVALID_FORMAT, "It is not percent-encoded UTF-8.");
            return null;
        }
    }

    /** An integer from 0, or null if it was left out or breaks a rule. */
    public @Nullable Long number(String name) {
        return number(name, 0, Long.MAX_VALUE);
    }

    /**
     * An integer of a range, or null if it was left out or breaks a rule.
     *
     * @param least the lowest that is accepted
     * @param most the highest that is accepted
     */
    public @Nullable Long number(String name, long least, long most) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (!INTEGER.matcher(text).matches()) {
            reject(name, ViolationCode.WRONG_TYPE, "An integer is expected.");
            return null;
        }
        Long value = parse(text);
        if (value == null || value < least || value > most) {
            reject(name, ViolationCode.OUT_OF_RANGE, "From " + least + " to " + most + " is expected.");
            return null;
        }
        return value;
    }

    /** One of some words, or null if it was left out or breaks a rule. */
    public <E extends Enum<E>> @Nullable E word(String name, Class<E> words) {
        String text = text(name);
        try {
            return text == null ? null : Words.read(words, text);
        } catch (InvalidValueException e) {
            violations.add(e.of("?" + name));
            return null;
        }
    }

    /** How many items are wanted at most: 1 to 100, 50 if it is left out; never cut silently. */
    public int limit() {
        Long limit = number(LIMIT, 1, MAX_LIMIT);
        return (int) (limit == null ? DEFAULT_LIMIT : limit);
    }

    /** Whether a parameter is given at all. */
    public boolean has(String name) {
        return encoded.containsKey(name);
    }

    /** Notes a broken rule of a parameter. */
    public void reject(String name, ViolationCode code, String detail) {
        violations.add(new Violation("?" + name, code, detail));
    }

    /**
     * Ends the reading.
     *
     * @throws ValidationException with everything that was found wrong, if anything was
     */
    public void check() {
        if (!violations.isEmpty()) {
            throw new ValidationException(violations);
        }
    }

    /**
     * A value for the {@code Link} header (RFC 8288): this request at another place, with all else that was asked.
     *
     * @param places the names of the parameters that say where a page lies
     * @param place one of them with its value, or empty for the page that is given without any
     */
    public String link(String relation, List<String> places, Map<String, String> place) {
        Map<String, String> parameters = new LinkedHashMap<>(known);
        places.forEach(parameters::remove);
        parameters.putAll(place);
        StringBuilder target = new StringBuilder(path);
        parameters.forEach((name, value) -> target.append(target.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return "<" + target + ">; rel=\"" + relation + "\"";
    }

    /** A name that cannot be decoded is none that is known here. */
    private static String decodedName(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    private static @Nullable Long parse(String digits) {
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
